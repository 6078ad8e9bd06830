"""The shapes that pass between the parts."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Flags: TypeAlias = NDArray[np.bool_]
Codes: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Bits: TypeAlias = NDArray[np.uint64]
"""Case after case as bits, the first case in the lowest bit of the first word."""
Sets: TypeAlias = NDArray[np.int32]
"""Conditions, one a row: places of up to three features, then -1."""
