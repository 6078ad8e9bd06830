"""The kinds of arrays that go around in this room."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Dates = npt.NDArray[np.datetime64]
"""Days; for series always Mondays."""
