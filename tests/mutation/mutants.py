"""Small faults that somebody could make: in the formulas of the model, and in the sources.

    for mutant in all_mutants(top, seed=1): ...     each one a file, a line, and what the line becomes
"""

import dataclasses
import pathlib
import random
import re

# How many of a hundred mutants are of which folder.
SHARES = {"model": 36, "engine": 16, "formula": 16, "units": 8, "yaml": 8, "render": 16}
OPERATORS = {"*": "/", "/": "*", "+": "-", "-": "+", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
             "&&": "||", "||": "&&", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "++": "--", "--": "++"}
WORDS = {"true": "false", "false": "true", "min": "max", "max": "min", "floor": "ceil", "ceil": "floor",
         "round": "ceil", "continue": "break", "break": "continue", "first": "second", "second": "first",
         "begin": "end", "end": "begin", "left": "right", "right": "left", "low": "high", "high": "low",
         "front": "back", "back": "front", "any_of": "all_of", "all_of": "any_of", "lower_bound": "upper_bound",
         "sum": "max", "and": "or"}


@dataclasses.dataclass(frozen=True)
class Mutant:
    area: str
    file: str
    line: int
    before: str
    after: str

    @property
    def key(self):
        return f"{self.file}:{self.line}: {self.before.strip()} -> {self.after.strip()}"


def other_number(text):
    """0 becomes 1, anything else one more or twice as much; a digit separator or an exponent stays."""
    if re.fullmatch(r"\d+", text):
        return str(int(text) + 1)
    return None if re.fullmatch(r"0x.*", text) else re.sub(r"^\d+", lambda whole: str(int(whole[0]) + 1), text)


def replaced(line, match, text):
    return line[: match.start()] + text + line[match.end() :]


# --- the model -------------------------------------------------------------------------------------------------------

FORMULA_LINE = re.compile(r"^\s+(?:=|usually|back|default|neutral|(?:given|with)\s[^:]*:)\s+(?P<formula>\S.*)$")
ROW = re.compile(r"^(?P<name>[a-z][\w.]*)\s+\[(?P<unit>[^]]*)\](?P<flags>.*?)\s:\s")
SHORTHAND = re.compile(r"^[a-z][\w.]*(?:\([^)]*\))?\s+:=\s+(?P<formula>.*)$")
RULE = re.compile(r"^[a-z]\w*\s+(?:workload|object|tier)\s+when\s+(?P<formula>.*)$")
IN_ROW = re.compile(r"\s(?:=|default|neutral)\s+(?P<formula>.*?)\s*$")
CONTINUED = re.compile(r"[-+*/(,]\s*$")


def others_of(files):
    """For each name those of the same unit and class, any of which could stand there by mistake."""
    alike = {}
    for lines in files.values():
        for line in lines:
            row = ROW.match(line)
            if row:
                alike.setdefault((row["unit"], row["flags"].split()[0]), []).append(row["name"])
    return {name: [other for other in names if other != name] for names in alike.values() for name in names}


def formula_spans(lines):
    """Where in the file's lines the formulas are: (line, begin, end)."""
    continues = False
    for number, line in enumerate(lines):
        row = ROW.match(line)
        span = None
        if row:
            inside = IN_ROW.search(row["flags"])
            if inside:
                span = (row.start("flags") + inside.start("formula"), row.start("flags") + inside.end("formula"))
        else:
            found = FORMULA_LINE.match(line) or SHORTHAND.match(line) or RULE.match(line)
            if found:
                span = found.span("formula")
            elif continues:
                span = (len(line) - len(line.lstrip()), len(line))
        continues = span is not None and not row and CONTINUED.search(line) is not None
        if span and not line.lstrip().startswith("#"):
            yield number, *span


def swaps_in_formula(line, begin, end, others, chance):
    for match in re.finditer(r"\s([-+*/]|[<>]=?|==)\s", line[begin:end]):
        yield line[: begin + match.start(1)] + OPERATORS[match[1]] + line[begin + match.end(1) :]
    for match in re.finditer(r"(?<![\w.])(\d[\d.]*)", line[begin:end]):
        number = other_number(match[1])
        if number:
            yield line[: begin + match.start()] + number + line[begin + match.end() :]
    for match in re.finditer(r"[a-z][\w.]*", line[begin:end]):
        swapped = WORDS.get(match[0]) or (chance.choice(others[match[0]]) if others.get(match[0]) else None)
        if swapped:
            yield line[: begin + match.start()] + swapped + line[begin + match.end() :]


TERM = r"(?:[\w.%]+(?:\([^()]*\))?|\([^()]*\))"


def drops_in_formula(line, begin, end):
    formula = line[begin:end]
    for pattern in (rf"\s[-+*/^]\s{TERM}", rf"(?<=[\s(]){TERM}\s[-+*]\s", rf",\s{TERM}(?=[,)])", rf"(?<=\(){TERM},\s"):
        for match in re.finditer(pattern, formula):
            yield line[:begin] + formula[: match.start()] + formula[match.end() :] + line[end:]


def drops_of_ways(lines):
    """A row with several ways of its own without one of them."""
    for number, line in enumerate(lines):
        beside = [each for each in (number - 1, number + 1) if 0 <= each < len(lines)]
        if FORMULA_LINE.match(line) and any(FORMULA_LINE.match(lines[each]) for each in beside):
            if not CONTINUED.search(line):
                yield number, ""


def model_mutants(top, chance):
    paths = sorted((top / "src/model").glob("*.model")) + sorted((top / "src/model/kinds").glob("*.model"))
    skipped = {"05-page.model", "90-words.model"}
    files = {path: path.read_text().split("\n") for path in paths if path.name not in skipped}
    others = others_of(files)
    for path, lines in files.items():
        name = str(path.relative_to(top))
        changed = [(number, after) for number, begin, end in formula_spans(lines)
                   for change in (swaps_in_formula(lines[number], begin, end, others, chance),
                                  drops_in_formula(lines[number], begin, end)) for after in change]
        for number, after in [*changed, *drops_of_ways(lines)]:
            yield Mutant("model", name, number + 1, lines[number], after)


# --- the sources -----------------------------------------------------------------------------------------------------

OPERATOR = re.compile(r"(?<=\s)(==|!=|<=|>=|&&|\|\||\+=|-=|\*=|/=|[-+*/<>])(?=\s)|\+\+(?=\w)|--(?=\w)")
NUMBER = re.compile(r"(?<![\w.'\"])\d[\d.]*(?:e-?\d+)?(?![\w'\"])")
WORD = re.compile(r"\b(?:" + "|".join(WORDS) + r")\b")
NEGATION = re.compile(r"!(?=[a-z(])")
CALL = re.compile(r"^\s+[a-z][\w.:>-]*\(.*\);$")
GUARD = re.compile(r"^(\s+)(?:if|else if) \((.*)\) (return|continue|break|\S.*;)")
DROPPED = re.compile(rf"\s[-+*/]\s{TERM}(?=[\s;,)])|\s(?:&&|\|\|)\s!?{TERM}(?=[\s;,)])")
ARGUMENTS = re.compile(r"\((\w[\w.]*), (\w[\w.]*)\)")
SKIPPED = re.compile(r"^\s*(?://|#|using |namespace |template|static_assert|struct |class |enum |}|case )|\bassert\(")


def hidden(line):
    """The line with what is in quotes or a comment behind it blanked out."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"', lambda text: '"' + "~" * (len(text[0]) - 2) + '"', line)
    line = re.sub(r"'(?:[^'\\]|\\.)'", lambda text: "'" + "~" * (len(text[0]) - 2) + "'", line)
    return re.sub(r"//.*", lambda text: "~" * len(text[0]), line)


def source_changes(line):
    seen = hidden(line)
    for match in OPERATOR.finditer(seen):
        yield replaced(line, match, OPERATORS[match[0]])
    for match in NUMBER.finditer(seen):
        number = other_number(match[0])
        if number:
            yield replaced(line, match, number)
    for match in WORD.finditer(seen):
        yield replaced(line, match, WORDS[match[0]])
    for pattern, text in ((NEGATION, ""), (DROPPED, "")):
        for match in pattern.finditer(seen):
            yield replaced(line, match, text)
    for match in ARGUMENTS.finditer(seen):
        yield replaced(line, match, f"({match[2]}, {match[1]})")
    if CALL.match(seen) and "return" not in seen:
        yield ""
    guard = GUARD.match(seen)
    if guard:
        yield line[: guard.start(2)] + "!(" + line[guard.start(2) : guard.end(2)] + ")" + line[guard.end(2) :]


def source_mutants(top, area):
    for path in sorted((top / "src" / area).rglob("*.cpp")):
        for number, line in enumerate(path.read_text().split("\n")):
            if SKIPPED.search(line) or ("constexpr" in line and "[]" in line):
                continue
            for after in source_changes(line):
                yield Mutant(area, str(path.relative_to(top)), number + 1, line, after)


def all_mutants(top, seed):
    """By area, each in an order by chance; the same for the same sources and seed."""
    top = pathlib.Path(top)
    chosen = {}
    for area in SHARES:
        chance = random.Random(f"{seed} {area}")
        found = model_mutants(top, chance) if area == "model" else source_mutants(top, area)
        mutants = sorted({each.key: each for each in found if each.before != each.after}.values(),
                         key=lambda each: each.key)
        chance.shuffle(mutants)
        chosen[area] = mutants
    return chosen
