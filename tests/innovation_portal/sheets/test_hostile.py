import time
import tracemalloc

import pytest

from innovation_portal.sheets import SheetError, read

from .hostile import FILES

# A refusal costs the parent less than this, whatever the file claims to hold.
PARENT_BYTES = 4 * 1024 * 1024
SECONDS = 10


@pytest.mark.parametrize("name", FILES)
def test_each_hostile_file_ends_in_a_named_error(name, tmp_path):
    filename, build, code = FILES[name]
    path = tmp_path / "upload"
    path.write_bytes(build())
    started = time.monotonic()
    tracemalloc.start()
    try:
        with pytest.raises(SheetError) as refusal:
            read(path, filename=filename)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".") or refusal.value.where
    assert peak < PARENT_BYTES
    assert time.monotonic() - started < SECONDS
