#!/usr/bin/env python3
"""wheel.py PREFIX FOLDER: a wheel of the static program that `cmake --install --prefix PREFIX` installed.

`pipx install FOLDER/bote-*.whl` then has the program, the manual page and the completions. It is pip's way to carry a
program: what lies in `data/scripts` goes to `bin`, what lies in `data/data` below the environment.
"""

import base64
import hashlib
import pathlib
import platform
import subprocess
import sys
import zipfile

METADATA = """\
Metadata-Version: 2.1
Name: bote
Version: {version}
Summary: Back-of-the-envelope capacity estimates from a short YAML workload
License: MIT
Requires-Python: >=3.7
"""

WHEEL = """\
Wheel-Version: 1.0
Generator: bote
Root-Is-Purelib: false
Tag: {tag}
"""


def write(archive, record, name, content, mode=0o644):
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes each time
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    record.append(f"{name},sha256={digest},{len(content)}")


def main(prefix, folder):
    program = prefix / "bin" / "bote"
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    machine = platform.machine()
    platforms = f"manylinux_2_17_{machine}.musllinux_1_1_{machine}"  # a static program needs neither
    stem = f"bote-{version}"
    tags = "\nTag: ".join(f"py3-none-{each}" for each in platforms.split("."))
    path = folder / f"{stem}-py3-none-{platforms}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    record = []
    with zipfile.ZipFile(path, "w") as archive:
        write(archive, record, f"{stem}.data/scripts/bote", program.read_bytes(), 0o755)
        for file in sorted((prefix / "share").rglob("*")):
            if file.is_file() and file.name != "LICENSE":
                write(archive, record, f"{stem}.data/data/{file.relative_to(prefix)}", file.read_bytes())
        license_file = next(prefix.rglob("LICENSE"))
        write(archive, record, f"{stem}.dist-info/LICENSE", license_file.read_bytes())
        write(archive, record, f"{stem}.dist-info/METADATA", METADATA.format(version=version).encode())
        write(archive, record, f"{stem}.dist-info/WHEEL", WHEEL.format(tag=tags).encode())
        name = f"{stem}.dist-info/RECORD"
        record.append(f"{name},,")
        archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "\n".join(record) + "\n")
    print(path)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
