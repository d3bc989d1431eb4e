#!/usr/bin/env python3
"""How often a misspelt name gets the right suggestion, and an unrelated word a wrong one.

  tests/messages/misspellings.py [BOTE [PER_KIND]]      default: build/release/bote, 120 slips of each kind

Names are those that bote itself lists. A slip of one edit drops, adds, swaps or replaces a letter, in
names of four letters or more; one of two edits does so twice, in names of six letters or more. At least 97% of the first and 88% of the second kind have to be
answered with the name that was meant, and no unrelated word with any name.
"""
import csv
import io
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BOTE = sys.argv[1] if len(sys.argv) > 1 else str(HERE / "../../build/release/bote")
PER_KIND = int(sys.argv[2]) if len(sys.argv) > 2 else 120
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAST = {1: 0.97, 2: 0.88}
UNRELATED = """
abbey acorn album amber anchor apricot attic autumn avocado badger bagel balcony bamboo banjo barley basil beacon
beaver bicycle biscuit blanket blossom bonfire bracelet breeze broccoli buffalo butter cabbage cactus camel canary
candle canoe caramel carpet cathedral celery chapel cherry chimney cinnamon clarinet cobbler coconut compass coral
cottage cradle cricket crocodile crystal cucumber curtain daffodil dagger daisy dandelion desert diamond dolphin
donkey dragon drizzle eagle earring eclipse elbow elephant emerald eyebrow falcon feather fennel ferry fiddle
fireplace flamingo flannel flute forest fountain freckle garlic gazelle geyser giraffe glacier goblet goose gorilla
granite grape guitar hammock hamster harbour harvest hazel hedgehog heron honey horizontal hurricane igloo island
ivory jacket jaguar jasmine jelly jigsaw juniper kangaroo kettle kitten koala ladder lagoon lantern lavender lemon
leopard lettuce library lilac lizard lobster lullaby magnet mango maple marble meadow melon mermaid mirror mitten
monkey mosquito mountain muffin mushroom mustard napkin necklace nightingale noodle nutmeg oatmeal octopus olive
onion orchard orchid ostrich otter oyster paddle pancake panther papaya parrot parsley peach pebble pelican penguin
pepper piano pickle pigeon pillow pineapple pirate pistachio plum pocket poppy porcelain potato pottery prairie
pretzel pudding puffin pumpkin puppet pyramid quail quilt peacock raccoon radish rainbow raspberry raven reindeer
rhubarb ribbon river robin rocket rosemary saddle saffron salmon sandal sapphire sardine saxophone scarf scorpion
seagull shampoo shepherd sherbet shovel skeleton sleigh slipper snail snowflake spinach spoon squirrel starfish
strawberry sunflower swallow sweater tadpole tangerine teapot thistle thunder tiger toboggan tomato tortoise trumpet
tulip turnip turtle umbrella unicorn vanilla velvet vineyard violin volcano waffle walnut walrus waterfall whale
willow windmill wizard wombat zebra zucchini aardvark alpaca antelope artichoke asparagus aubergine bassoon beetroot
blueberry buttercup caterpillar cauliflower cello chestnut chipmunk clover cormorant cranberry crayon dumpling ermine
ferret gooseberry grasshopper guava hibiscus hummingbird hyacinth iguana kingfisher ladybird lobelia macaroni magnolia
""".split()


def run(arguments, text=""):
    done = subprocess.run([BOTE, *arguments], input=text, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def column(*arguments):
    listed = subprocess.run([BOTE, *arguments, "--format", "csv"], capture_output=True, text=True, check=True)
    return [row[0] for row in list(csv.reader(io.StringIO(listed.stdout)))[1:]]


def words_of_help():
    text = subprocess.run([BOTE, "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+) ", text, re.M)
    options = subprocess.run([BOTE, "estimate", "--help"], capture_output=True, text=True, check=True).stdout
    return commands, sorted(set(re.findall(r"(--[a-z-]+)", options)))


def listed_units():
    """Units, and functions."""
    text = subprocess.run([BOTE, "units"], capture_output=True, text=True, check=True).stdout
    functions = re.search(r"^Functions: (.*)$", text, re.M).group(1)
    units = [name for name in column("units") if re.fullmatch(r"[A-Za-z_]+", name)]
    return units, re.findall(r"([a-z_0-9]+)\(", functions)


def slip(name, edits, chance):
    begin = 2 if name.startswith("--") else 0
    letters = list(name)
    for _ in range(edits):
        at = chance.randrange(begin, len(letters))
        kind = chance.randrange(4)
        if kind == 0 and len(letters) > begin + 2:
            del letters[at]
        elif kind == 1:
            letters.insert(at, chance.choice(LETTERS))
        elif kind == 2 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = chance.choice(LETTERS)
    return "".join(letters)


def workload(line):
    return (["check", "-"], "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n" + line + "\n")


def kinds():
    commands, options = words_of_help()
    units, functions = listed_units()
    tiers = ["database", "gateway", "balancer", "application"]
    tier_kinds = column("tiers")
    quantities = column("quantities")
    return {
        "keys": ([each for each in quantities if not each.startswith("tier.")], lambda word: workload(f"{word}: 1")),
        "keys of tiers": ([each.removeprefix("tier.") for each in quantities if each.startswith("tier.")],
                          lambda word: workload(f"tiers:\n  box: {{load: 1/s, {word}: 1}}")),
        "commands": (commands, lambda word: ([word, "tinyurl"], "")),
        "options": (options, lambda word: (["estimate", "tinyurl", word, "1"], "")),
        "presets": (column("presets"), lambda word: ([word], "")),
        "units": (units, lambda word: (["value", "tinyurl", f"5 {word}"], "")),
        "functions": (functions, lambda word: (["value", "tinyurl", f"{word}(1)"], "")),
        "tiers": (tiers, lambda word: workload(
            "tiers:\n  gateway: {load: 1/s}\n  balancer: {load: 1/s}\n  application: {load: 1/s}\n"
            f"  last: {{load: 1/s, after: {word}}}")),
        "kinds": (tier_kinds, lambda word: workload(f"tiers:\n  box: {{kind: {word}, load: 1/s}}")),
    }


def distance(a, b):
    """Insert, delete, replace, or swap two neighbours."""
    a, b = a.lower(), b.lower()
    rows = [list(range(len(b) + 1))]
    for i in range(1, len(a) + 1):
        rows.append([i])
        for j in range(1, len(b) + 1):
            rows[i].append(min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def is_right(found, meant, word):
    """Where another name is just as near, nobody can tell which one was meant."""
    if found is None:
        return False
    found = found.split(".")[-1] if "." not in meant else found
    return distance(found, word) <= distance(meant, word)


def suggestion(message):
    found = re.search(r"did you mean '([^']+)'", message)
    return found.group(1) if found else None


def measure(name, names, ask, edits, chance):
    """How many slips were answered with what was meant, of how many."""
    known = set(names)
    usable = [each for each in names if len(each.lstrip("-")) >= (4 if edits == 1 else 6)]
    right = count = 0
    missed = []
    while usable and count < PER_KIND:
        meant = chance.choice(usable)
        word = slip(meant, edits, chance)
        if word in known or word.strip("-") == "" or word == meant:
            continue
        code, message = run(*ask(word))
        if code == 0:
            continue  # another name that is known
        count += 1
        found = suggestion(message)
        if is_right(found, meant, word):
            right += 1
        else:
            missed.append(f"{word} ({meant}): {found}")
    if "-v" in sys.argv:
        print(f"    {name}, {edits}: " + "; ".join(missed))
    return right, count


def main():
    chance = random.Random(20)
    totals = {1: [0, 0], 2: [0, 0]}
    all_kinds = kinds()
    print(f"{'':12} {'one edit':>16} {'two edits':>16}")
    for name, (names, ask) in all_kinds.items():
        cells = []
        for edits in (1, 2):
            right, count = measure(name, names, ask, edits, chance)
            totals[edits][0] += right
            totals[edits][1] += count
            cells.append(f"{right} of {count} {100 * right / max(count, 1):3.0f}%")
        print(f"{name:12} {cells[0]:>16} {cells[1]:>16}")
    rates = {edits: right / count for edits, (right, count) in totals.items()}
    wrong = []
    words = UNRELATED[:300]
    for i, word in enumerate(words):
        name = list(all_kinds)[i % len(all_kinds)]
        code, message = run(*all_kinds[name][1]("--" + word if name == "options" else word))
        if code != 0 and suggestion(message) is not None:
            wrong.append(f"{word} as {name}: {suggestion(message)}")
    print(f"{'all':12} {rates[1]:>16.1%} {rates[2]:>16.1%}")
    print(f"{len(wrong)} of {len(words)} unrelated words are answered with a name" + "".join("\n  " + each for each in wrong))
    return 0 if all(rates[edits] >= LEAST[edits] for edits in rates) and not wrong else 1


sys.exit(main())
