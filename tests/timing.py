"""Whether work costs time in proportion: two sizes are compared, since no bound in seconds holds on every machine."""

import gc
import time

import pytest

TIMES = 8
TOLERATED = 24  # what is quadratic costs sixty-four times as much


def assert_linear(work, make, size):
    """Do some work on what is made of two sizes; measured again where other work on the machine may have been in the way."""
    small, large = make(size), make(size * TIMES)
    work(small)
    ratios = []
    for _ in range(3):
        ratios.append(_cost(work, large) / min(_cost(work, small) for _ in range(3)))
        if ratios[-1] < TOLERATED:
            return
    pytest.fail(f"{TIMES} times as much costs {min(ratios):.0f} times as much time")


def assert_linear_in(data, work):
    """Do some work on a text or bytes and on its beginning."""
    assert_linear(work, lambda size: data[:size], len(data) // TIMES)


def _cost(work, what):
    gc.collect()
    gc.disable()  # its time is that of all objects that there are, not of the work
    try:
        begun = time.process_time()
        work(what)
        return time.process_time() - begun
    finally:
        gc.enable()
