// One page that holds all it needs: it may be mailed, opened from a disk and printed, and asks nobody for anything.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/render/chart_picture.hpp"
#include "bote/render/chart_style.hpp"
#include "bote/render/render.hpp"
#include "html/cells.hpp"
#include "html/page_style.hpp"

namespace bote {
namespace {

std::string_view class_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return "";
        case Tone::good: return " good";
        case Tone::bad: return " bad";
    }
    return "";
}

std::string title_of(const Report& report) {
    for (const Block& block : report.blocks)
        if (const auto* heading = std::get_if<Heading>(&block)) return show_in_line(heading->text);
    return "bote";
}

/// Writes the blocks one after another. A heading begins a section, which ends where the next one begins.
class HtmlWriter {
public:
    explicit HtmlWriter(const Report& report) : report_(report), tables_(report) {}

    std::string write() {
        for (const Block& block : report_.blocks) std::visit([&](const auto& each) { add(each); }, block);
        close();
        return std::move(out_);
    }

private:
    void close() {
        out_ += end_;
        end_ = "";
    }

    void add(const Heading& heading) {
        close();
        label_ = show_in_line(heading.text);
        const std::string text = escape_prose(heading.text);
        const bool first = heading.level == 1 && !titled_;
        if (first) {
            titled_ = true;
            out_ += "<header>\n<h1>" + text + "</h1>\n";
            end_ = "</header>\n";
            return;
        }
        const bool folded = heading.fold == Fold::folded;
        const std::string id = unique("s-" + anchor_of(label_).substr(2));
        if (folded)
            out_ += fmt::format("<details class=\"section\" id=\"{}\"><summary><h2>{}</h2></summary>\n", id, text);
        else out_ += fmt::format("<section aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>\n", id, text);
        end_ = folded ? "</details>\n" : "</section>\n";
    }

    void add(const Note& note) {
        if (trim(note.text).empty()) return;
        out_ += fmt::format("<p class=\"note{}\">{}</p>\n", class_of(note.tone), escape_prose(trim(note.text)));
    }

    void add(const Table& table) { tables_.write(table, label_, out_); }

    void add(const KeyFigures& headline) {
        if (!headline.sentence.empty())
            out_ += fmt::format("<p class=\"verdict{}\">{}</p>\n", class_of(headline.tone),
                                escape_prose(headline.sentence));
        if (headline.figures.empty()) return;
        out_ += "<dl class=\"figures\">\n";
        for (const Figure& figure : headline.figures) add(figure);
        out_ += "</dl>\n";
    }

    void add(const Figure& figure) {
        const auto text = [&](double value) {
            return escape_xml(format(value, figure.value.display, report_.conventions, figure.value.digits));
        };
        constexpr std::size_t kLong = 9;  // of a value such as $2.61M/month
        const bool is_long = text(figure.value.value).size() > kLong;
        out_ += fmt::format("<div><dt>{}</dt><dd class=\"value{}\">{}</dd>", escape_xml(figure.label),
                            is_long ? " long" : "", tables_.quantity(figure.value));
        if (figure.range)
            out_ += fmt::format("<dd>{} to {}{}</dd>", text(figure.range->low), text(figure.range->high),
                                figure.interval ? small_drawing(*figure.interval) : "");
        out_ += "</div>\n";
    }

    void add(const Chart& chart) {
        constexpr double kWideScreen = 820;
        constexpr double kNarrowScreen = 326;
        out_ += fmt::format("<figure id=\"{}\"><figcaption><strong>{}</strong>",
                            unique("c-" + anchor_of(chart.name).substr(2)), escape_xml(chart.title));
        if (!chart.summary.empty()) out_ += "<span>" + escape_xml(chart.summary) + "</span>";
        out_ += "</figcaption>\n";
        // The texts of a picture keep their size, so that a small screen needs another one.
        for (const auto& [width, kind] : {std::pair(kWideScreen, "wide"), std::pair(kNarrowScreen, "narrow")})
            out_ += fmt::format("<div class=\"{}\">", kind) +
                    chart_picture(chart, report_.conventions, width)
                        .write(chart.title, chart.summary, SvgUse::within_page) +
                    "</div>\n";
        out_ += "<details><summary>The numbers</summary>\n";
        tables_.write(chart_table(chart), chart.title, out_);
        out_ += "</details></figure>\n";
    }

    void add(const Listing& listing) {
        out_ +=
            fmt::format("<figure><figcaption>{}</figcaption><pre tabindex=\"0\"><code>", escape_xml(listing.caption));
        for (const auto line : split(trim_end(listing.text), '\n')) out_ += escape_xml(expand(line)) + "\n";
        out_ += "</code></pre></figure>\n";
    }

    static std::string_view trim_end(std::string_view text) {
        return text.substr(0, text.find_last_not_of(" \r\n\t") + 1);
    }

    /// A line without what would be shown as something else.
    static std::string expand(std::string_view line) {
        std::string text(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        for (auto at = text.find('\t'); at != std::string::npos; at = text.find('\t')) text.replace(at, 1, "    ");
        return text;
    }

    std::string unique(const std::string& id) {
        std::string each = id;
        for (int i = 2; !ids_.insert(each).second; ++i) each = id + "-" + std::to_string(i);
        return each;
    }

    const Report& report_;
    TableWriter tables_;
    std::string out_;
    std::string_view end_;  // of the section
    std::string label_;
    std::set<std::string> ids_;
    bool titled_ = false;
};

}  // namespace

std::string render_html(const Report& report, const Canvas& canvas) {
    if (report.blocks.empty()) return "";
    const std::string body = HtmlWriter(report).write();
    const std::string styles = std::string(kChartStyle) + std::string(kPageStyle);
    if (canvas.form == PageForm::fragment)
        return "<div class=\"bote\">\n<style>" + styles + "</style>\n" + body + "</div>\n";
    std::string text =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n";
    text += "<title>" + escape_xml(title_of(report)) + "</title>\n<style>";
    text += std::string(kBodyStyle) + styles;
    return text + "</style>\n</head>\n<body>\n<main class=\"bote\">\n" + body + "</main>\n</body>\n</html>\n";
}

}  // namespace bote
