// bote embed: runs the command of each block in a document, and writes the document with the new answers.

#include "embed.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "answerer.hpp"
#include "bote/base/difference.hpp"
#include "bote/base/text.hpp"
#include "bote/embed/refresh.hpp"
#include "bote/views/common.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "output_file.hpp"

namespace bote {
namespace {

void append(Errors& errors, const Errors& more) { errors.insert(errors.end(), more.begin(), more.end()); }

struct OpenDocument {
    std::string path;
    Document document;
    Refreshed refreshed;
    std::string messages;
};

/// A block is kept to the folder of its document, and so is what its answer is written to.
OpenDocument read_page(const std::string& path, const CommandSetting& setting) {
    if (!setting.options.anywhere && path != "-" && leads_away(path))
        refuse(fmt::format("'{}' is a link to a file outside of its folder", show_in_line(path)),
               "name that file instead, or add `--anywhere`");
    return {path, read_document(read_document_text(path, setting.environment)), {}, ""};
}

void refresh_page(OpenDocument& page, const std::filesystem::path& folder, const CommandSetting& setting) {
    const Options& options = setting.options;
    const HandEdits edits = options.force ? HandEdits::replace : HandEdits::refuse;
    if (options.clean) {
        page.refreshed = clean(page.document, edits);
        return;
    }
    Answerer answerer(page.document, folder, setting);
    page.refreshed = refresh(
        page.document, [&](const LiveBlock& block) { return answerer.ask(block); }, edits);
    page.messages = answerer.messages();
}

void check_options(const Options& options) {
    const auto both = [](std::string_view one, std::string_view other) {
        refuse(fmt::format("{} and {} exclude each other", one, other));
    };
    if (options.check && options.to_output) both("--check", "--stdout");
    if (options.check && options.list) both("--check", "--list");
    if (options.list && options.to_output) both("--list", "--stdout");
    if (options.clean && (options.check || options.list)) both("--clean", options.check ? "--check" : "--list");
    if (options.to_output && options.words.size() > 1) refuse("--stdout takes one document");
    const bool writes = !options.check && !options.list && !options.to_output;
    if (writes && std::find(options.words.begin(), options.words.end(), "-") != options.words.end())
        refuse("standard input cannot be written to", "`--stdout` prints the document");
}

/// Several blocks may rest on one file that has errors: texts that are the same become one, so that each error is
/// shown once.
void merge_sources(Errors& errors) {
    for (auto error = errors.begin(); error != errors.end(); ++error) {
        const auto same = std::find_if(errors.begin(), error, [&](const Error& each) {
            if (each.where.source == error->where.source) return true;
            return each.where.source && error->where.source && each.where.source->name == error->where.source->name &&
                   each.where.source->text == error->where.source->text;
        });
        if (same != error) error->where.source = same->where.source;
    }
}

std::string count_blocks(const OpenDocument& page) {
    const std::size_t count = page.document.blocks.size();
    return count == 0 ? "no blocks" : fmt::format("{} block{}", count, count == 1 ? "" : "s");
}

std::string summarize(const OpenDocument& page, std::string_view changed) {
    const std::size_t changes = page.refreshed.replacements.size();
    const std::string end = page.document.blocks.empty()
                                ? ""
                                : fmt::format(", {} {}", changes == 0 ? "none" : std::to_string(changes), changed);
    return fmt::format("{}: {}{}\n", show_in_line(page.path), count_blocks(page), end);
}

std::string_view state_of(const OpenDocument& page, const LiveBlock& block) {
    if (trim(body_of(page.document, block)).empty()) return "empty";
    if (block.checksum.empty()) return "no checksum";
    return is_as_written(page.document, block) ? "written" : "edited";
}

Report list_blocks(const std::vector<OpenDocument>& pages) {
    Report report;
    Table table{{{"Document"}, {"Line", ColumnKind::number}, {"Command", ColumnKind::formula}, {"State"}}, {}};
    Datum::Array rows;
    for (const OpenDocument& page : pages) {
        for (const LiveBlock& block : page.document.blocks) {
            const std::size_t line = location_of({page.document.source, block.begin, block.end}).line;
            const std::string command(text_of(block.command));
            const std::string state(state_of(page, block));
            table.add_row(page.path, std::to_string(line), command, state);
            rows.push_back({Datum::Object{{"document", text_datum(page.path)},
                                          {"line", number_datum(static_cast<double>(line))},
                                          {"command", text_datum(command)},
                                          {"state", text_datum(state)}}});
        }
    }
    report.records = table;
    for (Column& column : report.records.columns) column.title.front() = static_cast<char>(column.title.front() | 0x20);
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)}, {"blocks", {std::move(rows)}}}};
    report.blocks.emplace_back(std::move(table));
    return report;
}

/// Which blocks are stale goes to standard error, so that the difference can be piped into `patch`.
Outcome compare_pages(const std::vector<OpenDocument>& pages) {
    Outcome outcome;
    for (const OpenDocument& page : pages) {
        const auto& source = page.document.source;
        for (const TextChange& change : page.refreshed.replacements)
            outcome.err +=
                fmt::format("{}:{}: stale: {}\n", show_in_line(page.path), location_of(change.block->command).line,
                            show_in_line(text_of(change.block->command)));
        const bool right = page.document.errors.empty() && page.refreshed.errors.empty();
        if (right) outcome.err += summarize(page, "stale");
        outcome.out += unified_diff(page.path, source->text, apply_to(page.document, page.refreshed.replacements));
        if (!page.refreshed.replacements.empty()) outcome.exit_code = kExitNo;
    }
    return outcome;
}

/// What went wrong, if something did. What somebody saved while the answers were made is not written over.
std::optional<std::string> write_page(const OpenDocument& page, const Environment& environment) {
    OutputFile file(page.path);
    file.write(apply_to(page.document, page.refreshed.replacements));
    if (read_document_text(page.path, environment)->text != page.document.source->text)
        return fmt::format("cannot write '{}': it was changed meanwhile; run `bote embed` again",
                           show_in_line(page.path));
    return file.finish();
}

Outcome write_pages(const std::vector<OpenDocument>& pages, const Environment& environment) {
    Outcome outcome;
    for (const OpenDocument& page : pages) {
        if (!page.refreshed.replacements.empty()) {
            if (const auto problem = write_page(page, environment)) {
                outcome.err += "error: " + *problem + "\n";
                outcome.exit_code = kExitNotWritten;
                continue;
            }
        }
        outcome.out += summarize(page, "changed");
    }
    return outcome;
}

Outcome finish_pages(const std::vector<OpenDocument>& pages, const CommandSetting& setting) {
    if (setting.options.list) return {kExitAnswered, render(list_blocks(pages), setting), ""};
    if (setting.options.check) return compare_pages(pages);
    if (!setting.options.to_output) return write_pages(pages, setting.environment);
    return {kExitAnswered, apply_to(pages.front().document, pages.front().refreshed.replacements), ""};
}

std::string describe_warnings(const std::vector<OpenDocument>& pages) {
    std::string text;
    for (const OpenDocument& page : pages) {
        for (const Error& warning : page.document.warnings) {
            const Location location = location_of(warning.where);
            text += fmt::format("{}:{}:{}: warning: {}; {}\n", show_in_line(page.path), location.line, location.column,
                                warning.what, warning.hint.text);
        }
        text += page.messages;
    }
    return text;
}

}  // namespace

std::string fill_document(const SourcePtr& source, const std::string& folder, const CommandSetting& setting) {
    OpenDocument page{source->name, read_document(source), {}, ""};
    refresh_page(page, folder, setting);
    append(page.document.errors, page.refreshed.errors);
    if (!page.document.errors.empty()) throw InputError(std::move(page.document.errors));
    return apply_to(page.document, page.refreshed.replacements);
}

Outcome run_embed(const CommandSetting& setting) {
    const Options& options = setting.options;
    check_options(options);
    std::vector<OpenDocument> pages;
    Errors errors;
    for (const auto& word : options.words) {
        try {
            OpenDocument& page = pages.emplace_back(read_page(word, setting));
            if (!options.list) refresh_page(page, std::filesystem::path(resolve_links(word)).parent_path(), setting);
            append(errors, page.document.errors);
            append(errors, page.refreshed.errors);
            if (options.require && page.document.blocks.empty() && page.document.errors.empty())
                errors.push_back(
                    {{}, fmt::format("'{}' has no blocks", show_in_line(word)), "`<!-- bote: COMMAND -->` begins one"});
        } catch (const InputError& problem) {
            append(errors, problem.errors());
        }
    }
    merge_sources(errors);
    Outcome outcome;
    // Nothing is written where anything is wrong; a difference may still be shown.
    if (errors.empty() || options.check) outcome = finish_pages(pages, setting);
    outcome.err = describe_warnings(pages) + outcome.err + (errors.empty() ? "" : describe(errors, setting.err_ink));
    if (!errors.empty()) outcome.exit_code = kExitWrongInput;
    return outcome;
}

}  // namespace bote
