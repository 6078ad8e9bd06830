"""What happened just before a start."""

import numpy as np

from beide.effect._series import Series

MONTH = 4
_UNUSUAL = 0.1


def bad_month(before: Series) -> bool:
    """Tell whether the last four weeks were worse than nine out of ten other months.

    People often start something because it went badly. What was badly by chance gets better by
    chance: regression to the mean.
    """
    months = np.convolve(before.values, np.ones(MONTH) / MONTH, mode="valid")
    last, others = months[-1], months[:-MONTH]
    is_worse = others >= last if before.lower_is_better else others <= last
    return bool(is_worse.mean() < _UNUSUAL)
