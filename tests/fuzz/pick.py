#!/usr/bin/env python3
"""The inputs that reach most, out of thousands that fuzzing has grown: each in turn the one with most that none before
it reaches, the shorter of two alike. Prints their paths.

    tests/fuzz/pick.py CONTROL COUNT      CONTROL: what libFuzzer writes with -merge_control_file
"""

import pathlib
import sys

LONGEST = 2048  # bytes: longer ones are hard to read, and seldom reach more


def main():
    control, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    lines = control.read_text().splitlines()
    files, kept = int(lines[0]), int(lines[1])  # of them the first are there already
    paths = [pathlib.Path(line) for line in lines[2:2 + files]]
    reached = {}
    for line in lines[2 + files:]:
        what, index, *features = line.split()
        if what == "FT":
            reached[int(index)] = set(features)
    known = set().union(*(reached.get(index, set()) for index in range(kept)))
    left = {index: reached[index] - known for index in reached
            if index >= kept and paths[index].stat().st_size <= LONGEST}
    for _ in range(count):
        best = max(left, key=lambda index: (len(left[index]), -paths[index].stat().st_size), default=None)
        if best is None or not left[best]:
            break
        print(paths[best])
        found = left.pop(best)
        for features in left.values():
            features -= found


main()
