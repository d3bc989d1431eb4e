#!/usr/bin/env python3
"""Whether cmark-gfm, pandoc and markdown-it show the same texts for bote's Markdown: the same headings, paragraphs and
cells, no link and no code where none is meant. Needs cmark-gfm, pandoc, and node with markdown-it in NODE_TOOLS.

    NODE_TOOLS=FOLDER tests/documents/renderers.py [BOTE]      default: build/release/bote
"""

import html.parser
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
BOTE = os.path.realpath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(TOP, "build/release/bote"))
MARKDOWN_IT = (
    "const m = require('markdown-it')({html: true, linkify: true});"
    "process.stdout.write(m.render(require('fs').readFileSync(0, 'utf8')))"
)
HOSTILE = """name: "# 1. @name #12 www.example.com https://example.com me@example.com *a* _b_ `c` <b> | $x$ ~~y~~ [l](m) ![i](j) &lt;"
description: "a"
dau: 1M
writes_per_user: 1/day
object_size: 1 KB
define:
  own: dau * 2
expect:
  - storage <= 1 PB
"""


class Texts(html.parser.HTMLParser):
    """The text of each block and cell, with what is code or a link."""

    BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "th", "pre", "li", "blockquote"}

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_starttag(self, tag, attrs):
        if tag in self.BLOCKS:
            self.texts.append([tag, ""])
        elif tag in ("a", "code", "em", "strong", "del", "img", "span"):
            self.add(f"<{tag}>")

    def handle_data(self, data):
        self.add(data)

    def add(self, text):
        if self.texts:
            self.texts[-1][1] += text

    def result(self):
        return [(tag, " ".join(text.split())) for tag, text in self.texts if text.strip()]


def texts_of(html_text):
    parser = Texts()
    parser.feed(html_text)
    return parser.result()


def run(command, text, **options):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, **options).stdout


def renderings(markdown):
    tools = os.environ["NODE_TOOLS"]
    yield "cmark-gfm", run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"], markdown)
    yield "pandoc", run(["pandoc", "-f", "gfm", "-t", "html", "--wrap=none", "--no-highlight"], markdown)
    yield "markdown-it", run(["node", "-e", MARKDOWN_IT], markdown, cwd=tools)


def pages():
    presets = run([BOTE, "presets", "--format", "csv"], "").splitlines()[1:]
    for preset in (line.split(",")[0] for line in presets):
        for command in ([preset], [preset, "--all"], ["check", preset], ["drivers", preset]):
            yield " ".join(command), run([BOTE, *command], "")
    for line in ("timeline tinyurl storage qps --set growth=40%", "sweep tinyurl hot_fraction=1%..50%",
                 "explain tinyurl", "compare tinyurl twitter", "presets", "quantities", "constants", "units"):
        yield line, run([BOTE, *line.split()], "")
    yield "a hostile title", run([BOTE, "-"], HOSTILE)
    yield "a hostile check", run([BOTE, "check", "-"], HOSTILE)
    with open(os.path.join(TOP, "tests/golden/design.md"), encoding="utf-8") as design:
        yield "design.md", design.read()


def main():
    wrong = count = 0
    for name, markdown in pages():
        count += 1
        results = [(tool, texts_of(text)) for tool, text in renderings(markdown)]
        for tool, texts in results[1:]:
            for one, other in zip(results[0][1], texts):
                if one != other:
                    print(f"{name}: {results[0][0]} {one}\n{name}: {tool} {other}")
                    wrong += 1
                    break
            if len(texts) != len(results[0][1]):
                print(f"{name}: {tool} has {len(texts)} texts, {results[0][0]} {len(results[0][1])}")
                wrong += 1
        for tool, texts in results:
            for tag, text in texts:
                if "<a>" in text or "<img>" in text:
                    print(f"{name}: {tool} has a link: {text}")
                    wrong += 1
    print(f"{count} pages, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
