"""A file appears whole or not at all."""

import os
import resource
import stat
import threading

import pytest
from helpers import names

from newsfacts.saving import whole_file


def write(path, content=b"new"):
    with whole_file(path) as stream:
        stream.write(content)


def test_it_appears_when_it_is_whole(tmp_path):
    path = tmp_path / "facts"
    with whole_file(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["facts"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_ends_it_early_leaves_the_old_one(error, tmp_path):
    path = tmp_path / "facts"
    path.write_bytes(b"old")

    def begin():
        with whole_file(path) as stream:
            stream.write(b"ne")
            raise error

    with pytest.raises(error):
        begin()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["facts"]


def test_permissions_are_those_of_the_old_file_or_the_usual_ones(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    old.chmod(0o640)
    umask = os.umask(0o027)
    try:
        write(old)
        write(new)
    finally:
        os.umask(umask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o640]
    old.chmod(0o604)
    write(old)
    assert stat.S_IMODE(old.stat().st_mode) == 0o604


def test_a_link_stays_one(tmp_path):
    (tmp_path / "there").mkdir()
    target, link, dangling = tmp_path / "there" / "facts", tmp_path / "link", tmp_path / "dangling"
    target.write_bytes(b"old")
    link.symlink_to(target)
    dangling.symlink_to("there/more")
    write(link)
    write(dangling)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert (tmp_path / "there" / "more").read_bytes() == b"new"
    assert names(tmp_path / "there") == ["facts", "more"]


def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write(pipe)
    reader.join()
    assert found == [b"new"]
    assert names(tmp_path) == ["pipe"]


def test_an_open_file_is_written_to_where_it_stands(tmp_path):
    with (tmp_path / "log").open("ab") as log:
        log.write(b"old, ")
        log.flush()
        for folder in ("/dev/fd", "/proc/self/fd"):
            write(tmp_path.joinpath(folder, str(log.fileno())))
    assert (tmp_path / "log").read_bytes() == b"old, newnew"


@pytest.mark.parametrize(
    ("name", "problem", "named"),
    [
        ("no/facts", "No such file", "no"),
        ("long" * 100, "name too long", "long" * 100),
        ("loop", "levels of symbolic links", "loop"),
        (".", "a directory", "."),
    ],
)
def test_an_error_names_the_file_or_its_folder(name, problem, named, tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match=problem) as caught:
        write(tmp_path / name)
    assert str(caught.value.filename) == str(tmp_path / named)
    assert names(tmp_path) == ["loop"]


def test_a_full_disk_leaves_the_old_file_and_the_error_names_it(tmp_path):
    path = tmp_path / "facts"
    path.write_bytes(b"old")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limit[1]))
    try:
        with pytest.raises(OSError, match="too large") as caught:
            write(path, b"new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["facts"]


@pytest.mark.skipif(os.geteuid() == 0, reason="to the superuser every file is writable")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path):
    path = tmp_path / "facts"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write(path)
    assert path.read_bytes() == b"old"
