"""Writing: all of a build or nothing of it, and nobody else's files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from casedeck.disk import write
from casedeck.disk.write import write_all
from tests.support.moves import cut_off_at
from tests.support.processes import TIMEOUT, python
from tests.support.workshops import contents

OLD = {"cards-index-a4.pdf": b"old index", "cards-wall-a3.pdf": b"old wall"}
NEW = {"cards-index-a4.pdf": b"new index", "cards-index-a3.pdf": b"new large index"}
NOBODY = 65534


def _built(folder: Path, files: dict[str, bytes] | None = None) -> dict[str, bytes]:
    write_all(folder, files or OLD)
    return contents(folder)


def test_files_and_manifest(tmp_path: Path) -> None:
    """A build leaves its files and a list of them with their sizes and sums, and nothing else."""
    write_all(tmp_path / "output" / "deck", NEW)
    found = contents(tmp_path / "output" / "deck")
    manifest = json.loads(found.pop("manifest.json"))
    assert found == NEW
    assert manifest["files"] == {
        name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in NEW.items()
    }
    assert list(manifest) == ["casedeck", "files"]


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Writing the same again leaves the same bytes."""
    assert _built(tmp_path) == _built(tmp_path)


def test_stale_files_go(tmp_path: Path) -> None:
    """What the last build made and this one does not is gone; what the user keeps there stays."""
    _built(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    write_all(tmp_path, NEW)
    found = contents(tmp_path)
    assert sorted(found) == ["cards-index-a3.pdf", "cards-index-a4.pdf", "manifest.json", "notes.txt"]
    assert found["cards-index-a4.pdf"] == b"new index"


def test_changed_files_stay(tmp_path: Path) -> None:
    """A stale PDF that somebody has changed since, with comments perhaps, is theirs and stays."""
    _built(tmp_path)
    (tmp_path / "cards-wall-a3.pdf").write_bytes(b"old wall, with comments")
    write_all(tmp_path, NEW)
    assert (tmp_path / "cards-wall-a3.pdf").read_bytes() == b"old wall, with comments"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("manifest.json", b'{"name": "my web site", "files": {}}'),
        ("manifest.json", b"not JSON"),
        ("cards-index-a4.pdf", b"scanned by hand"),
    ],
)
def test_files_of_others_stay(tmp_path: Path, name: str, data: bytes) -> None:
    """A file of the same name that casedeck did not make is not replaced: the build says so and writes
    nothing.
    """
    (tmp_path / name).write_bytes(data)
    with pytest.raises(
        FileExistsError,
        match=f"{name} is there already, and casedeck did not make it; move it or use another folder",
    ):
        write_all(tmp_path, NEW)
    assert contents(tmp_path) == {name: data}


@pytest.mark.parametrize("kind", ["folder", "link to a file", "link to nowhere", "pipe"])
@pytest.mark.parametrize("name", ["cards-index-a3.pdf", "cards-index-a4.pdf", "manifest.json"])
def test_no_plain_file_in_the_way(tmp_path: Path, name: str, kind: str) -> None:
    """Where a folder, a link or a pipe has the name of a file to write, nothing is written, there or where
    the link leads.
    """
    target = tmp_path / "elsewhere"
    target.write_bytes(b"precious")
    folder = tmp_path / "out"
    before = _built(folder)
    before.pop(name, None)
    path = folder / name
    path.unlink(missing_ok=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(target if kind == "link to a file" else tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        write_all(folder, NEW)
    assert target.read_bytes() == b"precious"
    assert {each.name for each in folder.iterdir()} == {*before, name}
    assert all((folder / each).read_bytes() == data for each, data in before.items())


@pytest.mark.parametrize(
    "files",
    [
        {"../precious": {"sha256": sha256(b"precious").hexdigest()}},
        {"..": {"sha256": ""}, ".": {"sha256": ""}, "": {"sha256": ""}},
        {"precious": {"sha256": "0" * 64}, "a/b": {"sha256": ""}},
        {"a\0b": {"sha256": ""}, "a\x1b[2J": {"sha256": ""}, "\ud800": {"sha256": ""}},
        {"folder": {"sha256": ""}},
        {"x" * 5000: {"sha256": ""}},
        {"precious": None},
        {"precious": "x"},
        ["precious"],
        [["precious"]],
        "precious",
        None,
    ],
)
def test_hostile_manifest(tmp_path: Path, files: object) -> None:
    """A list of files that names others' files, folders or nonsense makes casedeck delete none of them."""
    (tmp_path / "precious").write_bytes(b"precious")
    folder = tmp_path / "out"
    (folder / "folder").mkdir(parents=True)
    (folder / "precious").write_bytes(b"precious")
    (folder / "manifest.json").write_text(json.dumps({"casedeck": "0", "files": files}))
    try:
        write_all(folder, NEW)
    except FileExistsError as error:
        assert error.filename == "manifest.json"  # noqa: PT017  # either outcome is right
    assert (tmp_path / "precious").read_bytes() == (folder / "precious").read_bytes() == b"precious"
    assert (folder / "folder").is_dir()


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "{" * 200_000, '{"casedeck": "0", "files": ' + "[" * 100_000, "1", "null", "\ud800"],
)
def test_manifest_of_nonsense(tmp_path: Path, text: str) -> None:
    """A manifest that is nonsense, deeply nested or not, is somebody else's file and stays as it is."""
    data = text.encode("utf-8", "surrogatepass")
    (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(FileExistsError):
        write_all(tmp_path, NEW)
    assert contents(tmp_path) == {"manifest.json": data}


def test_huge_manifest(tmp_path: Path) -> None:
    """A manifest of many gigabytes is not read."""
    with (tmp_path / "manifest.json").open("wb") as sparse:
        sparse.truncate(50_000_000_000)
    with pytest.raises(FileExistsError):
        write_all(tmp_path, NEW)


@pytest.mark.parametrize("failing", range(4))
def test_failing_midway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    """Wherever moving the files into place fails, the last build comes back whole and nothing is left
    over.
    """
    before = _built(tmp_path)
    moves = cut_off_at(monkeypatch, failing)
    if failing == 0:
        write_all(tmp_path, NEW)
        assert len(moves) == 3
        return
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, NEW)
    assert contents(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == set(before)


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a memory stick, where a file has but one name, a failed build leaves the last one whole as well."""

    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    test_failing_midway(tmp_path, monkeypatch, 3)


@pytest.mark.parametrize("left", ["folder", "file", "link"])
def test_left_over_from_a_killed_build(tmp_path: Path, left: str) -> None:
    """What a killed build left behind is cleared away by the next; a stranger's file or link of that name
    stays.
    """
    before = _built(tmp_path / "out")
    staging = tmp_path / "out" / write._STAGING
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_text("x")
    if left == "folder":
        (staging / ".old").mkdir(parents=True)
        (staging / "half.pdf").write_bytes(b"half")
        write_all(tmp_path / "out", OLD)
        assert not staging.exists()
    else:
        staging.symlink_to(tmp_path / "elsewhere") if left == "link" else staging.write_text("x")
        with pytest.raises(FileExistsError):
            write_all(tmp_path / "out", NEW)
    assert (tmp_path / "elsewhere" / "precious").exists()
    assert {name: data for name, data in contents(tmp_path / "out").items() if name in before} == before


def test_full_disk(tmp_path: Path) -> None:
    """On a full disk the build fails with the system's reason and leaves the last one whole, with no half
    file.
    """
    before = _built(tmp_path)
    code = """
import resource, signal, sys
from pathlib import Path
from casedeck.disk.write import write_all
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_all(Path(sys.argv[1]), {"cards-index-a4.pdf": bytes(4000), "cards-wall-a3.pdf": bytes(5000)})
except OSError as error:
    sys.exit(error.strerror)
"""
    done = python(code, str(tmp_path), cwd=tmp_path)
    assert (done.code, done.err.strip()) == (1, "File too large")
    assert contents(tmp_path) == before


def test_read_only_folder(tmp_path: Path) -> None:
    """In a folder where nothing may be written the build fails with the reason and changes nothing."""
    before = _built(tmp_path)
    tmp_path.chmod(0o555)
    code = f"""
import os, sys
from pathlib import Path
from casedeck.disk.write import write_all
if os.getuid() == 0:
    os.setuid({NOBODY})
try:
    write_all(Path(), {NEW!r})
except OSError as error:
    sys.exit(error.strerror)
"""
    done = python(code, cwd=tmp_path)
    tmp_path.chmod(0o755)
    assert (done.code, done.err.strip()) == (1, "Permission denied")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_killed_while_writing(tmp_path: Path, name: str) -> None:
    """A build that is killed while it writes leaves every file of the last one whole, and the next build
    works.
    """
    before = _built(tmp_path)
    code = """
import os, signal, sys, threading
from pathlib import Path
from casedeck import cli
from casedeck.disk import write
signal.signal(signal.SIGINT, signal.default_int_handler)
def wait(descriptor):
    print("writing", flush=True)
    threading.Event().wait(600)
os.fsync = wait
cli.run = lambda arguments: write.write_all(Path(sys.argv[1]), {"cards-index-a4.pdf": b"new"})
cli.main()
"""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", code, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(getattr(signal, name))
    assert process.wait(TIMEOUT) != 0
    process.stdout.close()
    assert {each: data for each, data in contents(tmp_path).items() if each in before} == before
    write_all(tmp_path, NEW)
    assert set(contents(tmp_path)) == {*NEW, "manifest.json"}


def test_folder_in_the_way(tmp_path: Path) -> None:
    """Where a file has the name of the output folder, it stays and the build fails."""
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OSError, match="exists"):
        write_all(tmp_path / "out", NEW)
    assert contents(tmp_path) == {"out": b"mine"}
