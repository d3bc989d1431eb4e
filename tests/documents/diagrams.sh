#!/usr/bin/env bash
# What Mermaid and Graphviz make of bote's diagrams: those of all presets and of the workloads beside the golden files,
# and charts as Mermaid draws them, must be read by Mermaid's own parser, drawn by it without an error in the picture,
# and read by `dot` where that is installed (Debian: graphviz).
# Needs node and chromium; the packages are fetched into a scratch folder, or taken from the one in NODE_TOOLS.
#
#   tests/documents/diagrams.sh [BOTE [PICTURES]]      default: build/release/bote; PICTURES is a folder for screenshots
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
top=$(realpath -- "$here/../..")
bote=$(realpath -- "${1:-$top/build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
pictures=$(realpath -- "${2:-$scratch}")
tools=${NODE_TOOLS:-$scratch/tools}
[ -d "$tools/node_modules/mermaid" ] ||
    npm install --silent --prefix "$tools" mermaid@11 puppeteer-core@24 >/dev/null
drawn=$scratch/drawn
mkdir -p "$drawn" "$pictures"

for preset in $("$bote" presets --format csv | tail -n +2 | cut -d, -f1); do
    "$bote" diagram "$preset" --format mermaid >"$drawn/$preset.mmd"
    "$bote" diagram "$preset" --format dot >"$drawn/$preset.dot"
done
for file in "$top"/tests/golden/*.yaml "$top"/tests/corpus/*.yaml; do
    name=$(basename "$file" .yaml)
    "$bote" diagram "$file" --format mermaid >"$drawn/file-$name.mmd" 2>/dev/null || rm "$drawn/file-$name.mmd"
    "$bote" diagram "$file" --format dot >"$drawn/file-$name.dot" 2>/dev/null || rm "$drawn/file-$name.dot"
done
# Titles that Mermaid or Graphviz would read as something else; the picture must show them as they are written.
number=0
while IFS= read -r title; do
    number=$((number + 1))
    printf "tiers:\n  box: {load: 1/s, title: '%s'}\n" "${title//\'/\'\'}" >"$scratch/title.yaml"
    "$bote" diagram "$scratch/title.yaml" --format mermaid >"$drawn/title-$number.mmd"
    "$bote" diagram "$scratch/title.yaml" --format dot >"$drawn/title-$number.dot"
    printf '%s' "$title" >"$drawn/title-$number.txt"
done <<'TITLES'
a "quoted" [bracket] {brace} (round) |bar|
# 1. heading
- list
1. one
end
`code` *strong* _thin_ ~~gone~~
https://example.com www.example.com me@example.com
<b>bold</b> &lt; &amp; &
%%{init: {"theme": "dark"}}%% %% comment
$$x$$ fa:fa-car \n \\ C:\new
graph subgraph style classDef click default
Größe 日本語 🙂 ; : , ->
TITLES
"$bote" tinyurl --chart machines --format mermaid >"$drawn/chart-machines.mmd"

cat >"$tools/diagrams.cjs" <<'SCRIPT'
const puppeteer = require('puppeteer-core');
const fs = require('fs');
const source = fs.readFileSync(require.resolve('mermaid/dist/mermaid.min.js'), 'utf8');
(async () => {
    const [folder, pictures] = process.argv.slice(2);
    const browser = await puppeteer.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
    const page = await browser.newPage();
    await page.setViewport({width: 1400, height: 900});
    await page.setContent('<body><div id="here"></div></body>');
    await page.evaluate(source);
    await page.evaluate(() => mermaid.initialize({startOnLoad: false}));
    const names = fs.readdirSync(folder).filter((each) => each.endsWith('.mmd')).sort();
    let wrong = 0;
    for (const name of names) {
        const text = fs.readFileSync(folder + '/' + name, 'utf8');
        const written = folder + '/' + name.replace('.mmd', '.txt');
        const title = fs.existsSync(written) ? fs.readFileSync(written, 'utf8') : '';
        const problem = await page.evaluate(async (text, title) => {
            try {
                await mermaid.parse(text);
                const {svg} = await mermaid.render('drawn', text);
                document.getElementById('here').innerHTML = svg;
                const shown = document.getElementById('here').textContent;
                if (/Unsupported markdown|Syntax error/.test(shown)) return shown;
                const flat = (each) => each.replace(/[\s\u200b]+/g, '');
                return flat(shown).includes(flat(title)) ? '' : 'shows ' + shown;
            } catch (error) { return String(error); }
        }, text, title);
        if (problem) { ++wrong; console.log(name + ':', problem); }
        else await (await page.$('#here')).screenshot({path: pictures + '/' + name.replace('.mmd', '.png')});
    }
    await browser.close();
    console.log(`Mermaid: ${names.length - wrong} of ${names.length} read and drawn`);
    process.exit(wrong ? 1 : 0);
})();
SCRIPT
NODE_PATH=$tools/node_modules node "$tools/diagrams.cjs" "$drawn" "$pictures"
if command -v dot >/dev/null; then
    for file in "$drawn"/*.dot; do
        dot -Tsvg "$file" -o "$scratch/picture.svg" 2>"$scratch/said" || { cat "$file" "$scratch/said"; exit 1; }
        if [ -s "$scratch/said" ]; then cat "$file" "$scratch/said"; exit 1; fi
    done
    echo "Graphviz: $(ls "$drawn"/*.dot | wc -l) read and drawn"
else
    echo "Graphviz is not installed"
fi
