"""Reference functions of earlier days: ``from log2attn.toolbox import softmax``. Made by `log2attn build`; do not edit.

A day's functions stand in a module of their own, so that a grader can offer the days before day d and no others.
"""

from importlib import import_module

DAY_OF = {
    "int_power": 1,
    "memory_gb": 1,
    "param_count": 1,
    "sci": 1,
    "single_exponent": 1,
    "compound": 2,
    "decay": 2,
    "e_limit": 2,
    "ema": 2,
    "exp_series": 2,
    "bits_for": 3,
    "digits_needed": 3,
    "draw_logs": 3,
    "geometric_mean": 3,
    "half_life": 3,
    "log_base": 3,
    "log_product": 3,
    "solve_exp": 3,
    "detect_law": 4,
    "log1p_gain": 4,
    "log_add": 4,
    "machine_eps": 4,
    "slope_loglog": 4,
    "break_even": 5,
    "intersect": 5,
    "line_through": 5,
    "side_of_line": 5,
    "solve2": 5,
    "cost_curve": 6,
    "draw_poly": 6,
    "horner": 6,
    "quadratic_roots": 6,
    "vertex": 6,
    "compose": 7,
    "drill_week_1": 7,
    "hinge_sum": 7,
    "inverse_by_bisection": 7,
    "logit": 7,
    "sigmoid": 7,
    "mean_var": 8,
    "quantile": 8,
    "welford": 8,
    "zscore": 8,
    "binned_mean": 9,
    "covariance": 9,
    "draw_fit": 9,
    "fit_line": 9,
    "pearson": 9,
    "r2": 9,
    "fit_power": 10,
    "fit_power_floor": 10,
    "loo_band": 10,
    "predict_loss": 10,
    "cosine_matrix": 11,
    "norm": 11,
    "normalize": 11,
    "pairwise_dist": 11,
    "project": 11,
    "reject": 11,
    "top_k_search": 11,
    "Value": 34,
    "backward": 34,
    "topo_order": 34,
    "zero_grad": 34,
    "softmax": 39,
    "attention": 58,
    "dot_variance": 58,
    "equivariance_gap": 58,
    "hard_lookup_limit": 58,
    "kernel_regression": 58,
}


def __getattr__(name):
    if name not in DAY_OF:
        raise AttributeError(f"The toolbox has no {name!r}. It has: {', '.join(sorted(DAY_OF))}.")
    return getattr(import_module(f"log2attn.toolbox.day_{DAY_OF[name]:02d}"), name)


def __dir__():
    return sorted(DAY_OF)
