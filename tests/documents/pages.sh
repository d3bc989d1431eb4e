#!/usr/bin/env bash
# What browsers and checkers make of bote's pages: valid HTML, no violation that axe finds, no request to anywhere,
# nothing wider than the screen, at three widths, light and dark. Pictures are well-formed and open on their own.
# Needs node, java, chromium and xmllint; the packages are fetched into a scratch folder, or taken from NODE_TOOLS.
#
#   tests/documents/pages.sh [BOTE]      default: build/release/bote
set -euo pipefail
here=$(dirname -- "$(realpath -- "$0")")
top=$(realpath -- "$here/../..")
bote=$(realpath -- "${1:-$top/build/release/bote}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools=${NODE_TOOLS:-$scratch/tools}
[ -d "$tools/node_modules/axe-core" ] ||
    npm install --silent --prefix "$tools" vnu-jar@26 axe-core@4 puppeteer-core@24 >/dev/null
pages=$scratch/pages
mkdir "$pages"

cd "$top/tests/golden"
for preset in $("$bote" presets --format csv | tail -n +2 | cut -d, -f1); do
    "$bote" "$preset" --format html >"$pages/$preset.html"
    "$bote" "$preset" --format svg --card >"$pages/$preset-card.svg"
done
for file in ranges spread store feed; do
    "$bote" "$file.yaml" --format html >"$pages/$file.html" 2>/dev/null
    "$bote" "$file.yaml" --format html --all >"$pages/$file-all.html" 2>/dev/null
done
"$bote" twitter --with aws-prices --set growth=40% --set 'horizon=5 years' --format html >"$pages/growing.html" 2>/dev/null
{
    echo "name: \"Forty <b>objects</b> & 'more'\""
    echo "dau: 20M"
    echo "objects:"
    for i in $(seq 40); do
        printf '  thing_%s:\n    writes_per_user: %s/day\n    object_size: %s KB\n' "$i" "$i" "$((i * i))"
    done
} >"$scratch/forty.yaml"
"$bote" "$scratch/forty.yaml" --format html >"$pages/forty.html"
"$bote" timeline tinyurl storage qps --set growth=40% --format html >"$pages/timeline.html"
"$bote" sweep twitter dau=1M..1B --format html >"$pages/sweep.html"
"$bote" sweep tinyurl writes=1M/day..10B/day read_write_ratio=1..1000 app.machines --format html >"$pages/map.html"
"$bote" solve tinyurl hot_fraction 'cache_memory <= 100 GB' --format html >"$pages/solve.html"
"$bote" drivers ranges.yaml storage --format html >"$pages/drivers.html"
"$bote" explain tinyurl --format html >"$pages/explain.html"
"$bote" compare tinyurl twitter --format html >"$pages/compare.html"
"$bote" check tinyurl whiteboard --format html >"$pages/check.html"
"$bote" units --format html >"$pages/units.html"
"$bote" diagram boxes.yaml --format html >"$pages/diagram.html"
"$bote" boxes.yaml --scenario zone-down --format html >"$pages/failure.html"
for chart in machines objects; do "$bote" twitter --chart "$chart" --format svg >"$pages/$chart.svg"; done
"$bote" sweep twitter dau=1M..1B --format svg >"$pages/sweep.svg"
"$bote" drivers tinyurl storage --format svg >"$pages/drivers.svg"
"$bote" diagram clips.yaml --format svg >"$pages/diagram.svg"

java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html "$pages"
xmllint --noout "$pages"/*.svg
cat >"$tools/pages.cjs" <<'SCRIPT'
const puppeteer = require('puppeteer-core');
const fs = require('fs');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
(async () => {
    const folder = process.argv[2];
    const browser = await puppeteer.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
    let wrong = 0;
    const tell = (...words) => { ++wrong; console.log(...words); };
    for (const name of fs.readdirSync(folder).sort()) {
        for (const scheme of ['light', 'dark']) for (const width of [360, 768, 1280]) {
            const page = await browser.newPage();
            const where = `${name} ${scheme} ${width}:`;
            await page.setBypassCSP(true);  // for axe; the page itself has no script
            await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
            await page.setViewport({width, height: 900});
            page.on('request', (each) => { if (!each.url().endsWith('/' + name)) tell(where, 'asks for', each.url()); });
            page.on('console', (each) => tell(where, each.text()));
            await page.goto('file://' + folder + '/' + name);
            if (name.endsWith('.html')) {
                const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
                if (over > 0) tell(where, 'is', over, 'pixels too wide');
                const examined = scheme === 'dark' ? width === 360 : width === 1280;  // axe takes its time
                if (!examined) { await page.close(); continue; }
                await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
                await page.evaluate(axe);
                const found = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
                for (const each of found.violations)
                    tell(where, each.id, each.help, each.nodes.slice(0, 2).map((node) => node.html).join(' '));
            }
            await page.close();
        }
    }
    await browser.close();
    console.log(wrong ? wrong + ' complaints' : 'all pages are well');
    process.exit(wrong ? 1 : 0);
})();
SCRIPT
node "$tools/pages.cjs" "$pages"
