"""Sparse keys of order: unmoved lines keep theirs, new ones go between.

The unmoved are a longest run of lines whose keys already rise in the new order
(Schensted 1961; patience sorting), so that the fewest lines change.
"""

from bisect import bisect_left
from decimal import Decimal

STEP = Decimal(1024)
CLOSEST = Decimal("1e-12")  # nearer keys than this are spread anew


def place(keys):
    """New keys for lines in their new order; None marks a line that had no key yet.

    Returns a list of the same length, strictly rising; kept keys are returned as they
    were.
    """
    kept = longest_rise(keys)
    placed, before = [], None
    for start, end, after in _gaps(keys, kept):
        placed += _between(before, after, end - start)
        if after is not None:
            placed.append(after)
        before = after
    if any(b - a < CLOSEST for a, b in zip(placed, placed[1:], strict=False)):
        return [STEP * (n + 1) for n in range(len(keys))]
    return placed


def squeeze(keys):
    """Keys for a new line behind the first, and for those that must make way for it.

    ``keys`` rise; the second to the last of what is returned are for those next to
    the first, most often none.
    """
    for count, after in enumerate(keys[1:], 1):
        if after - keys[0] > CLOSEST * (count + 1):
            return _between(keys[0], after, count)
    return _between(keys[0], None, len(keys))


def _gaps(keys, kept):
    """Runs without a kept key: (start, end, the kept key behind the run or None)."""
    start = 0
    for index in kept:
        yield start, index, keys[index]
        start = index + 1
    yield start, len(keys), None


def _between(before, after, count):
    if after is None:
        base = before or Decimal(0)
        return [base + STEP * (n + 1) for n in range(count)]
    low = before if before is not None else after - STEP * (count + 1)
    return [low + (after - low) * (n + 1) / (count + 1) for n in range(count)]


def longest_rise(keys):
    """Indexes of a longest strictly rising run of the keys, None left out."""
    tails, ends, previous = [], [], {}
    for index, key in enumerate(keys):
        if key is None:
            continue
        at = bisect_left(tails, key)
        previous[index] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [key], [index]
    run, index = [], ends[-1] if ends else None
    while index is not None:
        run.append(index)
        index = previous[index]
    return run[::-1]
