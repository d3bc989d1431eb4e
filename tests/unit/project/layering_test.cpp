// Which folder may include which, which file may know which library, and that each type has a name of its own.

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::layering_test {
namespace {

struct Layer {
    std::string_view folder;
    std::vector<std::string_view> may_include;  // besides itself
};

const std::vector<Layer> kLayers = {
    {"base", {}},
    {"units", {"base"}},
    {"formula", {"base", "units"}},
    {"yaml", {"base", "units", "formula"}},
    {"model", {"base", "units", "formula", "yaml"}},
    {"generate", {"base", "units", "formula", "yaml", "model"}},
    {"engine", {"base", "units", "formula", "model"}},
    {"report", {"base", "units"}},
    {"views", {"base", "units", "formula", "yaml", "model", "engine", "report"}},
    {"render", {"base", "units", "report"}},
    {"practice", {"base", "units", "formula", "yaml", "model", "engine", "report", "views"}},
    {"embed", {"base"}},
    {"link", {"base"}},
    {"serve", {"base", "units", "formula", "yaml", "model", "engine", "report", "views"}},
    {"cli",
     {"base", "units", "formula", "yaml", "model", "engine", "report", "views", "practice", "render", "embed", "link",
      "serve"}},
    {"library", {"", "base", "units", "formula", "yaml", "model", "engine", "report", "views", "render"}},
    {"", {"base", "views"}},
    {"main", {"base", "generate", "cli"}},
    {"web", {"cli", "serve"}},
};

/// A library has one home.
struct Home {
    std::string_view header;  // how it begins
    std::string_view files;   // how their paths begin
    std::size_t most_files;
    std::string_view others = files;
};

constexpr std::size_t kAnyNumber = 100;
constexpr Home kHomes[] = {
    {"yaml-cpp/", "src/yaml/yaml", kAnyNumber},
    {"CLI/", "src/cli/", 1},
    {"nlohmann/", "src/render/json.cpp", 2, "include/bote/serve/message.hpp"},
    {"utf8proc", "src/base/", 1},
    {"zlib", "src/link/deflate.cpp", 1},
};

struct File {
    std::string path;  // from the top of the project
    std::string text;
};

/// "src/units/unit.cpp", "include/bote/units/unit.hpp", "bote/units/unit.hpp": units.
std::string folder_of(const std::string& path) {
    static const std::regex layer("(?:src|include/bote|bote)/([a-z_]+)/.+");
    std::smatch match;
    return std::regex_match(path, match, layer) ? match[1].str() : "";
}

std::vector<std::string> includes_of(const File& file) {
    static const std::regex directive(R"re(\s*#\s*include\s*[<"]([^>"]+)[>"].*)re");
    std::vector<std::string> found;
    std::smatch match;
    for (const auto& line : lines_of(file.text)) {
        if (std::regex_match(line.text, match, directive)) found.push_back(match[1]);
    }
    return found;
}

bool may_include(const std::string& from, const std::string& to) {
    if (from == to) return true;
    const auto layer =
        std::find_if(kLayers.begin(), kLayers.end(), [&](const Layer& row) { return row.folder == from; });
    if (layer == kLayers.end()) return false;
    return std::find(layer->may_include.begin(), layer->may_include.end(), to) != layer->may_include.end();
}

void check_folders(const File& file, std::vector<std::string>& wrong) {
    const auto from = folder_of(file.path);
    for (const auto& path : includes_of(file)) {
        if (path.starts_with("..")) wrong.push_back(file.path + " includes by a relative path: " + path);
        if (!path.starts_with("bote/")) continue;
        if (!may_include(from, folder_of(path))) wrong.push_back(file.path + " may not include " + path);
    }
}

void check_homes(const std::vector<File>& files, std::vector<std::string>& wrong) {
    for (const auto& home : kHomes) {
        std::set<std::string> users;
        for (const auto& file : files) {
            for (const auto& path : includes_of(file)) {
                if (path.starts_with(home.header)) users.insert(file.path);
            }
        }
        for (const auto& user : users) {
            if (!user.starts_with(home.files) && !user.starts_with(home.others))
                wrong.push_back(user + " may not include " + std::string(home.header));
        }
        if (users.size() > home.most_files) wrong.push_back("too many files include " + std::string(home.header));
    }
}

std::string without_texts_and_comments(const std::string& line) {
    static const std::regex text(R"re("(?:[^"\\]|\\.)*")re");
    static const std::regex comment("//.*");
    return std::regex_replace(std::regex_replace(line, text, "\"\""), comment, "");
}

void check_calls(const File& file, std::vector<std::string>& wrong) {
    static const std::regex shell(R"(\b(system|popen|execvp?|execlp?)\s*\()");
    static const std::regex locale(R"(\b(setlocale\s*\(|locale::global\b|imbue\s*\())");
    for (const auto& line : lines_of(file.text)) {
        const auto code = without_texts_and_comments(line.text);
        const auto place = file.path + ':' + std::to_string(line.number);
        if (std::regex_search(code, shell)) wrong.push_back(place + " starts another program");
        if (std::regex_search(code, locale)) wrong.push_back(place + " sets a locale");
    }
}

/// Two types of one name that different sources see make a program that crashes, and no compiler says so.
void check_types(const std::vector<File>& files, std::vector<std::string>& wrong) {
    static const std::regex type(R"((?:class|struct|enum class) (\w+)(?: [^;]*)?\{.*)");
    static const std::regex opening(R"(namespace (?:bote::)?(\w*) ?\{)");
    std::map<std::string, std::string> homes;
    for (const auto& file : files) {
        std::string space;
        for (const auto& line : lines_of(file.text)) {
            std::smatch match;
            if (std::regex_match(line.text, match, opening)) space = match[1];
            if (line.text.starts_with("}  // namespace")) space = "bote";
            if (space.empty() || !std::regex_match(line.text, match, type)) continue;
            const auto [home, added] = homes.emplace(space + "::" + match[1].str(), file.path);
            if (!added) wrong.push_back(home->first + " of " + file.path + " is in " + home->second + " too");
        }
    }
}

std::vector<std::string> violations(const std::vector<File>& files) {
    std::vector<std::string> wrong;
    for (const auto& file : files) {
        check_folders(file, wrong);
        check_calls(file, wrong);
    }
    check_homes(files, wrong);
    check_types(files, wrong);
    return wrong;
}

std::vector<File> files_of_project() {
    std::vector<File> files;
    for (const auto* folder : {"include", "src"}) {
        for (const auto* extension : {".hpp", ".cpp"}) {
            for (const auto& path : files_below(source_folder() / folder, extension)) {
                files.push_back({path.lexically_relative(source_folder()).string(), read_text(path)});
            }
        }
    }
    return files;
}

}  // namespace

TEST_CASE("folders include only what lies below them, and each library has one home") {
    const auto files = files_of_project();
    REQUIRE_FALSE(files.empty());
    for (const auto& wrong : violations(files)) FAIL_CHECK(wrong);
}

TEST_CASE("what breaks the layering is found") {
    const std::vector<std::vector<File>> broken = {
        {{"src/render/csv.cpp", "#include \"bote/views/estimate.hpp\"\n"}},
        {{"include/bote/views/estimate.hpp", "#include \"bote/render/render.hpp\"\n"}},
        {{"src/base/text.cpp", "#include <bote/units/unit.hpp>\n"}},
        {{"src/model/loader.cpp", "#include <yaml-cpp/yaml.h>\n"}},
        {{"src/cli/a.cpp", "#include <CLI/CLI.hpp>\n"}, {"src/cli/b.cpp", "# include <CLI/App.hpp>\n"}},
        {{"src/views/schema.cpp", "#include <nlohmann/json.hpp>\n"}},
        {{"src/model/model.cpp", "#include \"../engine/program.hpp\"\n"}},
        {{"src/cli/pager.cpp", "    system(\"less\");\n"}},
        {{"src/views/a.hpp", "namespace bote {\nstruct Spot {\n"},
         {"include/bote/base/b.hpp", "namespace bote {\nclass Spot : A {\n"}},
        {{"src/cli/main.cpp", "std::locale::global(std::locale(\"\"));\n"}},
    };
    for (const auto& files : broken) {
        INFO(files.front().path << ": " << files.front().text);
        CHECK(violations(files).size() == 1);
    }
}

TEST_CASE("what the layering allows is let through") {
    const std::vector<File> fine = {
        {"src/views/estimate.cpp",
         "#include \"bote/engine/program.hpp\"\n#include \"rows.hpp\"\n#include <fmt/format.h>\n"},
        {"src/yaml/yaml_reader.cpp", "#include <yaml-cpp/eventhandler.h>\n"},
        {"src/views/a.cpp", "namespace bote {\nstruct Spot;\nstruct Spot::In {\n};\nnamespace {\nstruct Spot {\n"},
        {"src/views/b.cpp", "namespace bote {\nnamespace {\n}  // namespace\nstruct Spot {\n"},
        {"src/cli/run.cpp", "#include <CLI/CLI.hpp>\n// never system(\n"},
        {"src/base/text.cpp", "#include <utf8proc.h>\nauto x = \"system(\";\nfile_system(1);\n"},
    };
    CHECK(violations(fine).empty());
}

}  // namespace bote::test::layering_test
