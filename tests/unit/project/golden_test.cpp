// The commands of tests/golden/*.txt and of the README print what stands below them.
// BOTE_REWRITE=1 writes what they print now into these files; read the difference before you commit it.
// BOTE_SKIP_GOLDEN="asking.txt listings.txt" leaves files out.

#include <cstdlib>
#include <exception>
#include <string>

#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"
#include "project/transcript.hpp"

namespace bote::test::golden_test {
namespace {

namespace fs = std::filesystem;

/// Where a transcript comes from, and how its commands are run.
struct Setting {
    std::string file;
    std::size_t line_before = 0;
    std::size_t terminal_columns = 0;  // without colour
};

bool rewriting() {
    const char* const wanted = std::getenv("BOTE_REWRITE");
    return wanted != nullptr && std::string_view(wanted) == "1";
}

bool is_left_out(const fs::path& path) {
    const char* const names = std::getenv("BOTE_SKIP_GOLDEN");
    return names != nullptr && std::string_view(names).find(path.filename().string()) != std::string_view::npos;
}

std::string printed_by(const Step& step, const Setting& setting) {
    auto command = parse_command(step.command);
    if (setting.terminal_columns > 0) {
        command.terminal_columns = setting.terminal_columns;
        command.variables["NO_COLOR"] = "1";
    }
    return show(run_command(command));
}

void hold(Step& step, const Setting& setting) {
    INFO(setting.file << ':' << setting.line_before + step.line << ": $ " << step.command);
    try {
        const auto printed = printed_by(step, setting);
        if (("\n" + printed).find("\n$ ") != std::string::npos) FAIL_CHECK("prints a line that reads like a command");
        if (printed == step.output) {
            SUCCEED();
            return;
        }
        const auto difference = describe_difference(step.output, printed);
        if (rewriting()) step.output = printed;
        else FAIL_CHECK("- wanted, + printed\n" << difference);
    } catch (const std::exception& error) {
        FAIL_CHECK(error.what());
    }
}

/// The transcript as it should read. Returns it unchanged where nothing is rewritten.
std::string replay(const std::string& text, const Setting& setting) {
    auto steps = parse_transcript(text);
    for (auto& step : steps) {
        if (step.kind == StepKind::bote) hold(step, setting);
        if (step.kind == StepKind::cat) write_text(fs::path(step.command.substr(4)).filename(), step.output);
    }
    return write_transcript(steps);
}

std::size_t count_commands(const std::string& text) {
    std::size_t count = 0;
    for (const auto& step : parse_transcript(text)) count += step.kind == StepKind::bote ? 1 : 0;
    return count;
}

bool begins_with_our_command(const std::string& block) {
    const auto steps = parse_transcript(block);
    return !steps.empty() && steps.front().kind != StepKind::verbatim;
}

/// "console terminal=80": 80.
std::size_t columns_of(const std::string& info) {
    constexpr std::string_view kTerminal = " terminal=";
    const auto at = info.find(kTerminal);
    return at == std::string::npos ? 0 : std::stoul(info.substr(at + kTerminal.size()));
}

/// A page of Markdown with every ```console block as it should read.
std::string replay_page(const std::string& page, const std::string& name) {
    constexpr std::string_view kFence = "```";
    std::string result;
    std::string block;
    std::string info;
    std::size_t opened = 0;  // the line of the fence; 0 outside a block
    for (const auto& line : lines_of(page)) {
        const bool fence = line.text.starts_with(kFence);
        if (fence && opened == 0) {
            info = line.text.substr(kFence.size());
            opened = line.number;
            block.clear();
        } else if (fence) {
            const bool runs = info.starts_with("console") && begins_with_our_command(block);
            result += runs ? replay(block, {name, opened, columns_of(info)}) : block;
            opened = 0;
        } else if (opened > 0) {
            block += line.text + '\n';
            continue;
        }
        result += line.text + '\n';
    }
    return result + (opened > 0 ? block : "");
}

void save_changed(const fs::path& path, const std::string& before, const std::string& after) {
    if (rewriting() && before != after) write_text(path, after);
}

}  // namespace

TEST_CASE("every command of a golden file prints what stands below it") {
    const auto folder = source_folder() / "tests/golden";
    const auto files = files_below(folder, ".txt");
    REQUIRE_FALSE(files.empty());
    const WorkingFolder working(folder);
    for (const auto& path : files) {
        if (is_left_out(path)) continue;
        const auto name = fs::relative(path, source_folder()).string();
        const auto text = read_text(path);
        INFO(name);
        CHECK(count_commands(text) > 0);
        save_changed(path, text, replay(text, {name}));
    }
}

TEST_CASE("every command of the README prints what stands below it") {
    const auto path = source_folder() / "README.md";
    const auto text = read_text(path);
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    save_changed(path, text, replay_page(text, "README.md"));
}

TEST_CASE("the pictures that the README shows are those of the commands below them") {
    const auto page = read_text(source_folder() / "README.md");
    constexpr std::string_view kMark = "](";
    constexpr std::string_view kCommand = "<!-- picture: ";
    std::size_t shown = 0;
    for (auto at = page.find(kCommand); at != std::string::npos; at = page.find(kCommand, at + 1)) {
        const auto begin = at + kCommand.size();
        const auto command = page.substr(begin, page.find(" -->", begin) - begin);
        const auto file = page.rfind(kMark, at) + kMark.size();
        const auto path = source_folder() / page.substr(file, page.find(')', file) - file);
        INFO(command << " -> " << path.string());
        const auto drawn = run_command(parse_command(command)).out;
        save_changed(path, read_text(path), drawn);
        if (!rewriting()) CHECK(read_text(path) == drawn);
        ++shown;
    }
    CHECK(shown > 0);
}

TEST_CASE("a page is left as it is outside of blocks that run a command") {
    const std::string page =
        "# Title\n\n```console\n$ apt-get install bote\nDone.\n```\n\n```sh\n$ bote --no-such-option\n```\nend\n"
        "```console\n$ cat a.yaml\nname: A\n\n$ ls\na.yaml\n```\n";
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    CHECK(replay_page(page, "page") == page);
    CHECK(read_text("a.yaml") == "name: A\n");
    CHECK(columns_of("console terminal=100") == 100);
}

}  // namespace bote::test::golden_test
