#include "bote/cli/run.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::run_test {
namespace {

namespace fs = std::filesystem;

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

/// The commands as the help of the program lists them.
std::vector<std::string> listed_commands() {
    std::vector<std::string> names;
    for (const auto& line : lines_of(bote("--help").out)) {
        const std::string_view text = line.text;
        if (text.starts_with("  ") && text.size() > 2 && text[2] >= 'a' && text[2] <= 'z')
            names.emplace_back(text.substr(2, text.find(' ', 2) - 2));
    }
    return names;
}

struct Row {
    std::string line;
    std::string says;
};

void refused(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.line);
        const auto outcome = bote(row.line);
        CAPTURE(outcome.err);
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, row.says));
    }
}

}  // namespace

TEST_CASE("the help of the program fits a small terminal and names every command") {
    const auto help = bote("--help");
    CHECK(help.exit_code == kExitAnswered);
    CHECK(help.err.empty());
    CHECK(lines_of(help.out).size() <= 36);
    for (const auto& line : lines_of(help.out)) {
        CAPTURE(line.text);
        CHECK(display_width(line.text) <= 80);
    }
    const auto commands = listed_commands();
    for (const auto* name : {"estimate", "explain", "check", "presets", "new", "constants", "quantities", "units"})
        CHECK(std::find(commands.begin(), commands.end(), name) != commands.end());
    CHECK(bote("-h").out == help.out);
    CHECK(bote("help").out == help.out);
    CHECK(contains(bote("--version").out, "bote "));
}

TEST_CASE("without arguments the help goes to standard error") {
    const auto outcome = run({}, Environment{});
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == bote("--help").out);
}

TEST_CASE("the help of every command has an example, and the example runs") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("design.md", "# Design\n");
    write_text("shop.yaml", "writes: 1M/day\n");
    for (const auto& name : listed_commands()) {
        CAPTURE(name);
        const auto help = bote(name + " --help");
        CHECK(help.exit_code == kExitAnswered);
        CHECK(bote("help " + name).out == help.out);
        const auto at = help.out.find("example:\n  bote ");
        REQUIRE(at != std::string::npos);
        const auto begin = help.out.find("bote ", at);
        const auto example = help.out.substr(begin, help.out.find('\n', begin) - begin);
        CAPTURE(example);
        const auto outcome = run_command(parse_command(example));
        CHECK(outcome.exit_code == kExitAnswered);
    }
}

TEST_CASE("what does not exist is refused with what is near") {
    refused({
        {"tinyrul", "'tinyurl'"},
        {"estimat tinyurl", "'estimate'"},
        {"no-such-thing-at-all", "bote presets"},
        {"tinyurl --fromat csv", "'--format'"},
        {"presets --set a=1", "no option '--set' for presets"},
        {"tinyurl --frobnicate", "--help"},
        {"tinyurl -x", "no option '-x'"},
        {"tinyurl --format jsn", "'json'"},
        {"tinyurl --format CSV", "'csv'"},
        {"tinyurl --profile optimised", "'optimized'"},
        {"tinyurl --color allways", "'always'"},
        {"tinyurl --set dua=5M", "did you mean 'dau'?"},
        {"tinyurl --set dau", "expected an assignment"},
        {"tinyurl --set dau=", "has no value"},
        {"tinyurl --set =5", "missing a name before"},
        {"tinyurl --set 'dau=5 +'", "stops in the middle"},
        {"tinyurl --set conventions.day=5s", "cannot be set"},
        {"tinyurl --day 5", "expected a duration"},
        {"tinyurl --day 0s", "greater than zero"},
        {"tinyurl --day", "needs a value"},
        {"tinyurl --set", "needs a value"},
        {"tinyurl --output ''", "empty"},
        {"tinyurl --exact=3", "--exact takes no value"},
        {"tinyurl --percentiles 0,50", "above 0 and below 100"},
        {"tinyurl --set dau=1M,2M", "only between the arguments"},
        {"timeline tinyurl --until 5", "--until 5: error: horizon: expected a duration"},
        {"tinyurl --set dau=2x", "found the factor '2x'"},
        {"tinyurl --set dau==5M", "write `--set dau=5M`"},
        {"tinyurl --set 'dau=10 to 1B'", "write `10 to 1 billion`"},
        {"tinyurl --define z=3 --define z=4", "--define z is given twice"},
        {"tinyurl --format md", "did you mean 'markdown'?"},
        {"tinyurl dau=5M", "write `--set dau=5M`"},
        {"explain storage tinyurl", "the workload comes before the quantity"},
        {"value tinyurl storag qsp", "did you mean 'qps'?"},
        {"value tinyurl storage in TB", "write `'storage in TB'`"},
        {"functions", "`bote units` lists the functions"},
        {"validate tinyurl", "write `bote check W`"},
        {"value tinyurl 'storage in terabyres'", "did you mean 'terabytes'?"},
        {"explain tinyurl database.fleet_needewd", "did you mean 'database.fleet_needed'?"},
        {"tinyurl --set dau=5M --set dau=6M", "--set dau is given twice"},
        {"tinyurl --scenario zone-down --scenario 10x", "--scenario is given twice"},
        {"tinyurl --percentiles 0.05,0.5,0.95", "write `--percentiles 5,50,95`"},
        {"tinyurl --scenario zone-down --set servers_down=3", "and 5 more like it"},
        {"sweep tinyurl dau=1M..5M --steps 0", "write `--steps 20`"},
        {"sweep tinyurl dau=1,2,5M storage", "'1' may lack the magnitude of '5M'"},
        {"sweep tinyurl dau=1..5M storage", "write `1M..5M`"},
        {"sweep tinyurl headroom=10..50 storage", "write `10%..50%`"},
        {"sweep tinyurl headroom=10,20 storage", "write `10%`"},
        {"sweep tinyurl dau=2x,3x storage", "found the factor '2x'"},
        {"solve tinyurl dau 'app.utilization <= 70'", "write 70%"},
        {"solve tinyurl dau 'dau > 5 and dau < 9'", "write one condition alone"},
        {"sweep tinyurl writes=1/s,2/s --steps 5", "--steps has no use where the values are listed"},
        {"sweep tinyurl writes=1/s,2/s --scale log", "--scale has no use where the values are listed"},
        {"sweep tinyurl writes=9/s..1/s", "write `writes=1/s..9/s`"},
        {"sweep tinyurl writes=9/s..9/s", "write `dau=1M..1B`"},
        {"sweep tinyurl writes=1/s..9/s --steps 1", "from 2 to a billion"},
        {"explain", "needs a workload"},
        {"explain tinyurl storage data", "one word too many"},
        {"explain tinyurl storag", "'storage'"},
        {"new", "needs a name"},
        {"new ''", "empty"},
        {"new ' '", "the name is blank"},
        {"presets tinyurl", "one word too many"},
        {"quantities storga", "'storage'"},
        {"quantities zzzz", "bote quantities"},
        {"''", "empty"},
        {".", "is a directory"},
        {"./no/such/file.yaml", "no preset or file"},
    });
}

TEST_CASE("all that is wrong with a command line is told at once") {
    struct Told {
        std::string line;
        std::vector<std::string> says;
    };
    const Told rows[] = {
        {"tinyurl --foo --bar=3 --sett dau=1", {"option '--foo'", "option '--bar'", "option '--sett'"}},
        {"tinyurl --set --all=3 --day ''", {"--set needs a value", "--all takes no value", "--day has an empty value"}},
        {"tinyurl --frob --samples x --seed y --percentiles 0",
         {"option '--frob'", "--samples x", "--seed y", "--percentiles 0"}},
        {"tinyurl --format x --color red --profile y", {"no format 'x'", "no color 'red'", "no profile 'y'"}},
        {"tinyurl --set foo --set bar=1 --set dau=x --scenario nope --day x",
         {"--set foo: error", "'bar'", "'x' is not known", "no scenario 'nope'", "--day x: error"}},
        {"tinyurl --with nope --define z --set bar=1", {"no settings 'nope'", "expected NAME=FORMULA", "'bar'"}},
        {"sweep tinyurl foo=1..2 bar=1..x nope", {"'foo'", "'bar'", "'nope'"}},
        {"sweep tinyurl dau=1..5 --scale cubic --steps 1", {"no scale 'cubic'", "from 2 to a billion"}},
        {"solve tinyurl nope 'storage << 1'", {"'<<' is no comparison", "no quantity 'nope'"}},
        {"value tinyurl nope worse 'qps in nope'", {"'nope' is not a unit", "quantity 'nope'", "quantity 'worse'"}},
        {"explain tinyurl nope --set foo=1", {"quantity 'foo'", "quantity 'nope'"}},
        {"timeline tinyurl nope worse", {"quantity 'nope'", "quantity 'worse'"}},
        {"drivers tinyurl --pull 7 --samples x", {"between 0% and 100%", "--samples x"}},
        {"compare tinyurl --set dau=x --set foo --scenario nope", {"'x' is not known", "--set foo", "'nope'"}},
        {"compare twiter tinyrul --set foo", {"preset or file 'twiter'", "preset or file 'tinyrul'", "--set foo"}},
        {"estimate twiter tinyrul", {"preset or file 'twiter'", "preset or file 'tinyrul'"}},
        {"practice tinyurl --topic nope --format x", {"no topic 'nope'", "no format 'x'"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.line);
        const auto outcome = bote(row.line);
        CAPTURE(outcome.err);
        CHECK(outcome.exit_code == kExitWrongInput);
        for (const auto& says : row.says) {
            CAPTURE(says);
            CHECK(contains(outcome.err, says));
        }
        const auto lines = lines_of(outcome.err);
        CHECK(std::count_if(lines.begin(), lines.end(), [](const auto& line) {
                  return contains(line.text, "error: ");
              }) == static_cast<std::ptrdiff_t>(row.says.size()));
    }
}

TEST_CASE("an option may be repeated, stand anywhere, and be joined to its value") {
    const auto wanted = bote("estimate tinyurl --set read_write_ratio=50:1 --format csv").out;
    CHECK_FALSE(wanted.empty());
    for (const auto* line :
         {"tinyurl --set=read_write_ratio=50:1 --format=csv", "--format csv tinyurl --set read_write_ratio=50:1",
          "estimate --set read_write_ratio=50:1 tinyurl --format csv",
          "tinyurl --set read_write_ratio=50:1 --format json --format csv",
          "--format csv --set 'read_write_ratio = 50:1' -- tinyurl"}) {
        CAPTURE(line);
        CHECK(bote(line).out == wanted);
    }
}

TEST_CASE("the day, a profile and a value can be changed from the command line") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.yaml", "writes: 1M/day\nreads: 50M/day\nobject_size: 1 KB\n");
    const auto line_of = [](const std::string& text, const std::string& quantity) {
        for (const auto& line : lines_of(text)) {
            if (line.text.starts_with(quantity + ",")) return line.text;
        }
        return std::string();
    };
    CHECK(line_of(bote("a.yaml --day 100000s --format csv").out, "write_qps") == "write_qps,10,/s,10/s,computed");
    CHECK(line_of(bote("a.yaml --profile optimized --format csv").out, "server.rps") ==
          "server.rps,100000,/s,100k/s,default");
    CHECK(line_of(bote("a.yaml --profile typical --format csv").out, "write_qps") ==
          line_of(bote("a.yaml --format csv").out, "write_qps"));
    CHECK(line_of(bote("a.yaml --set server.rps=5k/s --format csv").out, "server.rps") ==
          "server.rps,5000,/s,5k/s,given");
}

TEST_CASE("a workload is a preset, a file, or standard input") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.yaml", "name: Mine\ndau: 5M\nmau: 9M\n");
    fs::create_directories("presets");
    write_text("presets/own-one.yaml", "name: Own\ndau: 5M\nmau: 9M\n");
    CHECK(contains(bote("a.yaml").out, "# Mine"));
    CHECK(contains(bote("- < a.yaml").out, "# Mine"));
    CHECK(contains(bote("own-one").out, "# Own"));
    CHECK(contains(bote("presets --format csv").out, "own-one,Own,presets"));
    CHECK(contains(bote("tinyurl").out, "# TinyURL"));
    CHECK(contains(bote("- ").err, "empty"));
    const auto two = bote("a.yaml own-one");
    CHECK(contains(two.out, "# Mine"));
    CHECK(contains(two.out, "# Own"));
    fs::create_directories("config/bote/presets");
    write_text("config/bote/presets/far.yaml", "name: Far\ndau: 5M\nmau: 9M\n");
    const auto far = run_command(parse_command("XDG_CONFIG_HOME=" + fs::absolute("config").string() + " bote far"));
    CHECK(contains(far.out, "# Far"));
}

TEST_CASE("the format is a table on a terminal and Markdown elsewhere, unless something says otherwise") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    CHECK(bote("tinyurl").out.starts_with("# "));
    const auto terminal = run_command(parse_command("TERMINAL=80 NO_COLOR=1 bote tinyurl"));
    CHECK(contains(terminal.out, "\nTraffic  "));
    for (const auto& line : lines_of(terminal.out)) CHECK(display_width(line.text) <= 80);
    CHECK(run_command(parse_command("TERMINAL=80 bote tinyurl --format csv")).out.starts_with("quantity,"));
    bote("tinyurl --output a.json");
    CHECK(read_text("a.json").starts_with("{"));
    bote("tinyurl --output a.csv");
    CHECK(read_text("a.csv").starts_with("quantity,"));
    bote("tinyurl -o a.md");
    CHECK(read_text("a.md").starts_with("# "));
    bote("tinyurl --format json --output b.csv");
    CHECK(read_text("b.csv").starts_with("{"));
}

TEST_CASE("--color wins over NO_COLOR, that over FORCE_COLOR, that over the terminal") {
    const auto has_color = [](const std::string& line) {
        return contains(run_command(parse_command(line)).out, "\x1b[");
    };
    CHECK(has_color("TERMINAL=80 bote tinyurl"));
    CHECK_FALSE(has_color("bote tinyurl --format table"));
    CHECK_FALSE(has_color("TERMINAL=80 NO_COLOR=1 bote tinyurl"));
    CHECK(has_color("TERMINAL=80 NO_COLOR= bote tinyurl"));
    CHECK_FALSE(has_color("TERMINAL=80 TERM=dumb bote tinyurl"));
    CHECK(has_color("FORCE_COLOR=1 bote tinyurl --format table"));
    CHECK(has_color("CLICOLOR_FORCE=1 bote tinyurl --format table"));
    CHECK_FALSE(has_color("FORCE_COLOR=0 bote tinyurl --format table"));
    CHECK_FALSE(has_color("NO_COLOR=1 FORCE_COLOR=1 bote tinyurl --format table"));
    CHECK(has_color("NO_COLOR=1 bote tinyurl --format table --color always"));
    CHECK_FALSE(has_color("TERMINAL=80 FORCE_COLOR=1 bote tinyurl --color never"));
    CHECK_FALSE(has_color("TERMINAL=80 bote tinyurl --format json"));
}

TEST_CASE("--scenario takes one scenario alone, and --set wins over it") {
    const WorkingFolder working(source_folder() / "tests/golden");
    const auto flat = bote("odd.yaml --scenario flat --format csv");
    CHECK(flat.exit_code == kExitAnswered);
    CHECK(contains(flat.out, "\npeak_factor,0.5,"));
    CHECK_FALSE(contains(flat.out, "scenario"));
    CHECK(contains(bote("odd.yaml --scenario flat --set peak_factor=4 --format csv").out, "\npeak_factor,4,"));
    CHECK(contains(bote("odd.yaml --format csv").out, "scenario,quantity,"));
    CHECK(contains(bote("explain odd.yaml peak_qps --scenario rare").out, "/year"));
    refused({{"odd.yaml --scenario sloped", "they are: usual, flat,"},
             {"odd.yaml --scenario flt", "did you mean 'flat'?"},
             {"tinyurl --scenario x", "they are: zone-down, server-down, cold-cache, 10x, region-loss"},
             {"odd.yaml --scenario ''", "empty value"}});
}

TEST_CASE("--with lays settings under a file, which wins over them") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("prices.yaml", "price: {server: $7/month, hot: $1/GB/month}\nserver.rps: 5k/s\n");
    write_text("mine.yaml", "writes: 1/s\nprice.server: $10/month\n");
    write_text("wrong.yaml", "price: {sever: $7/month}\n");
    write_text("plain.yaml", "writes: 1/s\n");
    // One server and two spares; what does not fit the file is no error.
    CHECK(contains(bote("plain.yaml --with prices.yaml --format csv").out, ",$21/month,"));
    CHECK(contains(bote("mine.yaml --with prices.yaml --format csv").out, ",$30/month,"));
    CHECK(
        contains(bote("mine.yaml --with prices.yaml --set 'price.server=$20/month' --format csv").out, ",$60/month,"));
    CHECK(contains(bote("plain.yaml --with prices.yaml --format csv").out, "\nserver.rps,5000,"));
    refused({{"plain.yaml --with wrong.yaml", "did you mean 'price.server'?"},
             {"plain.yaml --with nowhere", "no settings 'nowhere'"}});
}

TEST_CASE("--all is the long form of an estimate") {
    const auto brief = bote("tinyurl");
    const auto all = bote("tinyurl --all");
    CHECK(all.exit_code == kExitAnswered);
    CHECK(all.out.size() > brief.out.size());
    CHECK(contains(all.out, "## Load"));
    CHECK_FALSE(contains(brief.out, "## Load"));
    CHECK(bote("tinyurl --all --format json").out == bote("tinyurl --format json").out);
    refused({{"check tinyurl --all", "no option '--all' for check"}});
}

TEST_CASE("a workload of everything holds what it expects, with each of its scenarios") {
    const WorkingFolder working(source_folder() / "tests/golden");
    CHECK(bote("check feed.yaml").exit_code == kExitAnswered);
    CHECK(bote("check feed.yaml --scenario 'no spares'").exit_code == kExitAnswered);
    CHECK(bote("timeline feed.yaml").exit_code == kExitAnswered);
}

}  // namespace bote::test::run_test
