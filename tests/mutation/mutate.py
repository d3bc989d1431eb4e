#!/usr/bin/env python3
"""Whether the tests would notice a fault: plants one after the other in the model and the sources, builds the tests
with it, runs those that should notice, and records which faults survive. Nothing in the source folder is changed, and a
run that is cut off goes on where it was.

    tests/mutation/mutate.py [--build build/fast] [--work FOLDER] [--count 400] [--seed 1] [--only PATTERN] [--again]
                             [--jobs N]

The build folder holds built tests of these very sources (Ninja, without sanitizers and CMAKE_UNITY_BUILD; -O0 is
quickest). A mutant that does not compile, or a model that the generator refuses, does not count. Survivors that change
nothing anybody could see are listed with the reason in equivalent.txt. Exit code 1 where more than 8% survive.
"""

import argparse
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import re
import resource
import shlex
import signal
import subprocess
import sys
import threading
import time

from mutants import SHARES, all_mutants

TOP = pathlib.Path(__file__).resolve().parents[2]
LEAST_KILLED = 0.92
MOST_MEMORY = 3 << 30
MOST_SECONDS = 240  # of processor time, for anything
MOST_WAITED = 5  # times that, on a clock
# Fewer workloads by chance, and no list of all formulas, which would notice a change of their text alone.
SETTINGS = {"RC_PARAMS": "seed=1", "BOTE_WORKLOADS": "30", "BOTE_SKIP_GOLDEN": "asking.txt listings.txt"}
CATALOG_ENDS = "\n}  // namespace bote\n"  # in the generated source: behind it stand the presets
# Which tests should notice, the quickest first: files of tests/unit without their "_test.cpp".
STAGES = {
    "model": [["assemble", "conventions", "failure", "given_totals", "graph_alternatives", "redundancy", "rivals",
               "waiting", "definitions", "given_anywhere", "stored_rest", "held_connections", "verdicts", "tiers",
               "worked_values", "thresholds", "tier_rows", "tier_use", "*_kind"],
              ["corpus", "spelling", "presets"], ["golden"], ["identities", "number_properties"]],
    "engine": [["bounds", "chance", "compare", "compile", "compile_board", "compile_draws", "contradictions", "draw",
                "drivers", "evaluate", "exact", "flip", "gather", "histogram", "inputs", "outputs", "percentile",
                "points", "rows", "slice", "tally", "tape", "uncertainty", "varying", "whiteboard"],
               ["reduced", "sample", "solve", "timeline", "sweep"],
               ["golden"], ["program", "sample_properties", "answer_properties"]],
    "formula": [["*formula"], ["*units", "hint", "errors", "spelling"], ["corpus", "golden"]],
    "units": [["*units", "*formula"], ["value", "errors", "spelling"], ["corpus", "golden"]],
    "yaml": [["*yaml", "workload", "reader"], ["errors", "presets", "spelling"], ["golden"]],
    "render": [["*render"], ["formats_agree", "formats_read_back", "value", "sweep_rows"], ["golden", "output"]],
}


def limits(seconds):
    """Processor time, not time on a clock: the machine may be busy with something else."""
    def set_limits():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return set_limits


def tags_of(stage):
    stems = []
    for name in stage:
        if name.startswith("*_"):
            stems += sorted(path.stem for path in (TOP / "tests/unit").rglob(f"{name}_test.cpp"))
        elif name.startswith("*"):
            stems += sorted(path.stem for path in (TOP / "tests/unit" / name[1:]).rglob("*_test.cpp"))
        else:
            stems.append(name + "_test")
    return ",".join(f"[#{stem}]" for stem in stems)


class Bench:
    """The built tests, and how one of their objects is made anew."""

    def __init__(self, build, work):
        self.build = build.resolve()
        self.work = work.resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        commands = json.loads((self.build / "compile_commands.json").read_text())
        self.compiles = {os.path.relpath(each["file"], TOP): each["command"] for each in commands}
        made = subprocess.run(["ninja", "-C", self.build, "-t", "commands", "bote_tests"], text=True, check=True,
                              capture_output=True).stdout.split("\n")
        self.link = next(part for line in reversed(made) for part in line.split(" && ") if " -o bote_tests " in part)
        self.generate = next(line for line in made if "embedded.cpp" in line and "bote_generate " in line)
        self.embedded = os.path.relpath(self.build / "embedded.cpp", TOP)
        self.presets = None

    def run(self, words, seconds=MOST_SECONDS):
        """None where it takes more processor time, or waits for something."""
        try:
            done = subprocess.run(words, cwd=self.build, timeout=MOST_WAITED * seconds, stdin=subprocess.DEVNULL,
                                  text=True, capture_output=True, errors="replace", env={**os.environ, **SETTINGS},
                                  preexec_fn=limits(seconds))
        except subprocess.TimeoutExpired:
            return None
        return None if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL) else done

    def compile(self, source, text_at, name):
        """The object of a source whose text stands in another file, with the assertions of the test preset;
        None where it does not compile."""
        target = self.work / name
        words = shlex.split(self.compiles[source])
        words = [word for word in words if word not in ("-Werror", "-MD") and not word.endswith("/ccache")]
        words[words.index("-o") + 1] = str(target)
        words[words.index("-c") + 1] = str(text_at)
        done = self.run([*words, "-w", "-D_GLIBCXX_ASSERTIONS", "-iquote", str((TOP / source).parent)])
        return target if done and done.returncode == 0 else None

    def build_mutant(self, mutant, lines):
        """The tests with the mutant; None where it does not build."""
        text_at = self.work / mutant.file
        text_at.parent.mkdir(parents=True, exist_ok=True)
        text_at.write_text("\n".join(lines))
        source = mutant.file
        if mutant.area == "model":
            words = shlex.split(self.generate.split("&&")[-1])
            words = [str(text_at) if word.endswith("/" + mutant.file) else word for word in words]
            text_at, words[1] = self.work / "embedded.cpp", str(self.work / "embedded.cpp")
            done = self.run(words)
            if not done or done.returncode != 0:
                return None
            text_at.write_text(text_at.read_text().split(CATALOG_ENDS)[0] + CATALOG_ENDS)
            source = self.embedded
        made = self.compile(source, text_at, "mutant.o")
        return made and self.link_with(made, mutant.area)

    def compile_presets(self):
        """The part of the generated source that no mutant changes, once."""
        if not self.presets:
            whole = (self.build / "embedded.cpp").read_text()
            includes = "".join(line + "\n" for line in whole.split("\n") if line.startswith("#include"))
            text_at = self.work / "presets.cpp"
            text_at.write_text(includes + whole.split(CATALOG_ENDS, 1)[1])
            self.presets = self.compile(self.embedded, text_at, "presets.o")
        return self.presets

    def link_with(self, made, area):
        words = shlex.split(self.link)
        if area == "model":
            words.append(str(self.compile_presets()))
            words = [str(made) if word.endswith("/embedded.cpp.o") else word for word in words]
        else:  # before the archives: their own object of it is then not looked at
            words.insert(words.index(next(word for word in words if word.endswith(".o"))), str(made))
        words[words.index("-o") + 1] = str(self.work / "bote_tests")
        return self.work / "bote_tests" if self.run(words).returncode == 0 else None

    def passes(self, tests, tags, seconds):
        """What the tests of these files say, and the first that fails."""
        done = self.run([str(tests), "--abort", "--filenames-as-tags", tags], seconds)
        if done is None:
            return "no end"
        if done.returncode == 0:
            return ""
        named = re.search(r"-{20,}\n(\S.*)\n(?:  .*\n)*-{20,}", done.stdout)
        return named[1] if named else f"exit {done.returncode}"

    def measure(self):
        """What the stages take without a mutant, which all of them must bear."""
        usual = {}
        for key in sorted({tags_of(stage) for stages in STAGES.values() for stage in stages}):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            wrong = self.passes(self.build / "bote_tests", key, MOST_SECONDS)
            if wrong:
                sys.exit(f"without any mutant the tests fail: {wrong}")
            usual[key] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        return usual

    def judge(self, mutant, usual):
        lines = (TOP / mutant.file).read_text().split("\n")
        assert lines[mutant.line - 1] == mutant.before
        lines[mutant.line - 1 : mutant.line] = [mutant.after] if mutant.after else []
        tests = self.build_mutant(mutant, lines)
        if not tests:
            return "invalid", ""
        for stage in STAGES[mutant.area]:
            tags = tags_of(stage)
            noticed = self.passes(tests, tags, round(5 + 5 * usual[tags]))
            if noticed:
                return "killed", noticed
        return "survived", ""


def explained():
    """The mutants that nobody could notice."""
    lines = (TOP / "tests/mutation/equivalent.txt").read_text().split("\n")
    return {tuple(part.strip() for part in line.split(" | ")[:3]) for line in lines if line and line[0] != "#"}


def read_results(path, again):
    """A survivor is judged anew with `again`: the tests may have learnt."""
    rows = [json.loads(line) for line in path.read_text().split("\n") if line] if path.exists() else []
    rows = {row["key"]: row for row in rows}
    return {key: row for key, row in rows.items() if not (again and row["outcome"] == "survived")}


def report(rows, harmless):
    counted = [row for row in rows if row["outcome"] != "invalid"]
    same = [row for row in counted if (row["file"], row["before"].strip(), row["after"].strip()) in harmless
            and row["outcome"] == "survived"]
    survivors = [row for row in counted if row["outcome"] == "survived" and row not in same]
    for row in survivors:
        print(f"survived: {row['key']}")
    for area in SHARES:
        here = [row for row in counted if row["area"] == area]
        killed = sum(row["outcome"] == "killed" for row in here)
        print(f"{area:8} {len(here):4} mutants, {killed:4} killed")
    killed = sum(row["outcome"] == "killed" for row in counted)
    share = killed / max(1, len(counted) - len(same))
    print(f"{len(counted)} mutants, {killed} killed, {len(survivors)} survived, {len(same)} change nothing: "
          f"{share:.1%}")
    return share


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build/fast")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/bote-mutation"))
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=re.compile, help="mutants whose key matches: FILE:LINE: before -> after")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--again", action="store_true", help="try the survivors of the last run again")
    return parser.parse_args()


class Queue:
    """Hands out mutants, of each area in its share, and keeps what became of them."""

    def __init__(self, left, count, results, path):
        self.left, self.count, self.results, self.path = left, count, results, path
        self.counted = dict.fromkeys(SHARES, 0)
        self.rows = []
        self.lock = threading.Lock()

    def take(self):
        """The next of the area that is furthest behind its share, so that a run that is cut off has some of each."""
        with self.lock:
            areas = [area for area in SHARES if self.left[area]]
            if not areas or sum(self.counted.values()) >= self.count:
                return None
            area = min(areas, key=lambda each: self.counted[each] / SHARES[each])
            self.counted[area] += 1
            return self.left[area].pop(0)

    def keep(self, row, is_new):
        with self.lock:
            self.rows.append(row)
            self.counted[row["area"]] -= row["outcome"] == "invalid"
            if is_new:
                print(f"{row['outcome']:8} {row['seconds']:5.1f} s  {row['key']}  {row['by']}", flush=True)
                with self.path.open("a") as out:
                    out.write(json.dumps(row) + "\n")

    def work(self, bench, usual):
        while mutant := self.take():
            if mutant.key in self.results:
                self.keep(self.results[mutant.key], is_new=False)
                continue
            begun = time.monotonic()
            outcome, by = bench.judge(mutant, usual)
            seconds = round(time.monotonic() - begun, 1)
            self.keep({**dataclasses.asdict(mutant), "key": mutant.key, "outcome": outcome, "by": by,
                       "seconds": seconds}, is_new=True)


def main():
    options = arguments()
    benches = [Bench(options.build, options.work / str(i)) for i in range(options.jobs)]
    usual = benches[0].measure()
    path = options.work / "results.jsonl"
    left = {area: [each for each in mutants if not options.only or options.only.search(each.key)]
            for area, mutants in all_mutants(TOP, options.seed).items()}
    queue = Queue(left, options.count, read_results(path, options.again), path)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done in [pool.submit(queue.work, bench, usual) for bench in benches]:
            done.result()
    return 0 if report(queue.rows, explained()) >= LEAST_KILLED else 1


if __name__ == "__main__":
    sys.exit(main())
