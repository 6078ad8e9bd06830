"""The habits it is held against are what their names say, by other people's code."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import t, ttest_ind

from beide.effect._trials._rivals import segmented, t_test
from tests.unit.effect.data import noise


def series(step: float) -> np.ndarray:
    found = np.array([noise(52, seed=seed) for seed in range(40)])
    found[:, 40:] += step
    return found


@pytest.mark.parametrize("step", [0.0, -0.2])
def test_the_t_test(step: float) -> None:
    drawn = series(step)
    found = ttest_ind(drawn[:, 40:], drawn[:, :40], axis=1, equal_var=False)
    wanted = np.where(found.pvalue < 0.05, np.sign(found.statistic), 0.0)
    np.testing.assert_array_equal(t_test(drawn, at=40), wanted)


@pytest.mark.parametrize("step", [0.0, -0.2])
def test_segmented_regression(step: float) -> None:
    drawn = series(step)
    time = np.arange(52.0)
    after = (time >= 40).astype(float)
    design = np.column_stack([np.ones(52), time, after, after * (time - 40)])
    wanted = []
    for one in drawn:
        fit = sm.OLS(one, design).fit(
            cov_type="HAC", cov_kwds={"maxlags": 4, "use_correction": True}
        )
        limit = t.ppf(0.975, 48) * fit.bse[2]
        wanted.append(np.sign(fit.params[2]) * (abs(fit.params[2]) > limit))
    np.testing.assert_array_equal(segmented(drawn, at=40), wanted)
