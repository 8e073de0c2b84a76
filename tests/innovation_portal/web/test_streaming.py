"""Long files on their way out."""

from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.web.streaming import gathered


@given(st.lists(st.binary()), st.integers(min_value=1, max_value=50))
def test_gathers_the_same_bytes_in_pieces_long_enough(pieces, least):
    made = [*gathered(pieces, least)]
    assert b"".join(made) == b"".join(pieces)
    assert all(len(piece) >= least for piece in made[:-1])


def test_takes_no_more_than_it_sends():
    taken = iter([b"ab", b"c", b"de"])
    assert next(gathered(taken, 3)) == b"abc"
    assert next(taken) == b"de"
