#!/usr/bin/env python3
"""Whether another reader of YAML finds in a file what bote finds: the same keys, the same scalars, as they are written.
The presets, the published estimates, the spellings, the golden files, and what fuzzing came up with. Needs PyYAML
(python3-yaml); exit code 77 without it.

    tests/documents/yaml_readers.py [BOTE_YAML_TREE]      default: build/dev/bote_yaml_tree
"""

import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    print("skipped: PyYAML is missing (python3-yaml)")
    sys.exit(77)

TOP = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["presets", "presets/settings", "src/model/profiles", "tests/corpus", "tests/spelling", "tests/golden"]


def read_by_bote(program, paths):
    lines = subprocess.run([program, *paths], capture_output=True, check=True).stdout.decode().split("\n")[:-1]
    return [json.loads(line) for line in lines]


def read_by_yaml(path):
    """With all scalars as they are written, whatever they would mean."""
    text = path.read_bytes().decode("utf-8-sig")
    documents = list(yaml.load_all(text, Loader=yaml.BaseLoader))
    if len(documents) > 1:
        raise ValueError("several documents")
    return "" if not documents or documents[0] is None else documents[0]


def inputs_of_fuzzing(folder):
    """The workloads of the corpus without the two letters that choose what is asked."""
    for path in sorted((TOP / "tests/fuzz/corpus/answers").glob("*")):
        copy = pathlib.Path(folder) / path.name
        copy.write_bytes(path.read_bytes()[2:])
        yield copy


def compare(paths, program, least):
    accepted, different = 0, 0
    for path, ours in zip(paths, read_by_bote(program, paths)):
        if ours is None:
            continue
        accepted += 1
        try:
            theirs = read_by_yaml(path)
        except (yaml.YAMLError, ValueError) as error:
            theirs = f"refused: {error}"
        if theirs != ours:
            different += 1
            print(f"{path}: bote reads\n  {json.dumps(ours)}\nPyYAML reads\n  {json.dumps(theirs)}")
    print(f"{accepted} accepted files of {len(paths)}, {different} read otherwise by PyYAML {yaml.__version__}")
    return different == 0 and accepted >= least


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(TOP / "build/dev/bote_yaml_tree")
    own = [path for folder in FOLDERS for path in sorted((TOP / folder).glob("*.yaml"))]
    held = compare(own, program, least=100)
    with tempfile.TemporaryDirectory() as folder:
        held = compare(list(inputs_of_fuzzing(folder)), program, least=0) and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
