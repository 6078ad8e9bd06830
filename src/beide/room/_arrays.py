"""The kinds of arrays that go around in this room."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

WEEK = 168
"""Hours in a week. Times are hours since a Monday at 0:00, so slots are hours of the week."""
