"""Logistic regression by Newton's method, with a pull of the weights to zero."""
import numpy as np

FLAT = 1e-9  # keeps the method from dividing by nothing where all is certain


def chance(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def fit(rows, right, pull, rounds, counts=1.0):
    """weights [W] for rows [N, W], of which the share `right` [N] is right. `pull` [W]: the penalty on half of each
    weight's square; `counts`: how many times each row counts."""
    weights = np.zeros(rows.shape[1])
    for _ in range(rounds):
        p = chance(rows @ weights)
        slope = rows.T @ (counts * (p - right)) + pull * weights
        curve = (rows * (counts * p * (1 - p) + FLAT)[:, None]).T @ rows + np.diag(pull)
        weights -= np.linalg.solve(curve, slope)
    return weights
