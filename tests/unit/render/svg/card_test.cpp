// A card: what stands where, and how large.

#include "bote/render/card.hpp"

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::card_test {
namespace {

Figure storage() { return {"storage", {3e12, display_for(kByte)}}; }

std::string card(const KeyFigures& figures, const std::string& title = "Twitter") {
    return drawn(card_picture(title, figures, {}));
}

std::string card_of(std::vector<Figure> figures) { return card({"Well.", Tone::good, std::move(figures)}); }

}  // namespace

TEST_CASE("a card has the tone at its edge, then its title and its sentence") {
    const std::string text = card({"All is well.", Tone::good, {}});
    CHECK(text ==
          R"(<svg class="bote-chart" role="img" viewBox="0 0 1200 630" width="1200" height="630">
<title></title>
<rect x="0" y="0" width="14" height="630" class="c-fill"/>
<text x="64" y="112" class="c-ink" font-size="52" font-weight="600">Twitter</text>
<text x="64" y="178" class="c-ink" font-size="34">All is well.</text>
</svg>
)");
    CHECK(contains(card({"Bad.", Tone::bad, {}}),
                   "<rect x=\"0\" y=\"0\" width=\"14\" height=\"630\" class=\"c-fill2\"/>"));
}

TEST_CASE("a long title of a card is smaller") {
    // 30 letters of 0.98 of the size, bold: 1072 / (30 x 0.98 x 1.08) = 33.8.
    CHECK(contains(card({"", Tone::good, {}}, std::string(30, 'W')), "font-size=\"33\" font-weight=\"600\">WWW"));
    const std::string text = card({"", Tone::good, {}}, std::string(120, 'W'));
    CHECK(contains(text, "font-size=\"12\" font-weight=\"600\">WWW"));
    CHECK(contains(text, "WWW…</text>"));
}

TEST_CASE("a long sentence of a card is cut in its fourth line") {
    std::string sentence;
    for (int i = 100; i < 300; ++i) sentence += (i > 100 ? " " : "") + std::to_string(i);
    const std::string text = card({sentence, Tone::good, {}});
    CHECK(count_of(text, "font-size=\"34\"") == 4);
    const auto line = [&](const std::string& y) {
        const auto begin = text.find('>', text.find("y=\"" + y + "\"")) + 1;
        return text.substr(begin, text.find('<', begin) - begin);
    };
    CHECK(line("178").starts_with("100 101 "));
    CHECK(line("316").ends_with("…"));
    const int before = std::stoi(line("270").substr(line("270").size() - 3));
    CHECK(line("316").starts_with(std::to_string(before + 1)));
}

TEST_CASE("figures of a card stand side by side") {
    // Two of (1072 - 28) / 2 = 522 pixels, from 64 and from 614 on.
    const std::string text = card_of({storage(), storage()});
    CHECK(contains(text, "<line x1=\"64\" y1=\"410\" x2=\"586\" y2=\"410\" class=\"c-axis\"/>"));
    CHECK(contains(text, "<line x1=\"614\" y1=\"410\" x2=\"1136\" y2=\"410\" class=\"c-axis\"/>"));
    CHECK(contains(text, "<text x=\"614\" y=\"446\" class=\"c-muted\" font-size=\"20\">storage</text>"));
    CHECK(contains(text, "<text x=\"614\" y=\"526\" class=\"c-ink\" font-size=\"42\" font-weight=\"600\">3 TB</text>"));
}

TEST_CASE("a figure of a card has its remark, or where it may lie, and then all begin higher") {
    Figure figure = storage();
    figure.remark = "by disk";
    CHECK(contains(card_of({figure}), "<text x=\"64\" y=\"562\" class=\"c-muted\" font-size=\"18\">by disk</text>"));
    figure.range = ValueRange{1e12, 5e12};
    const std::string text = card_of({figure, storage()});
    CHECK(contains(text, "<text x=\"64\" y=\"524\" class=\"c-muted\" font-size=\"19\">1 TB to 5 TB</text>"));
    CHECK_FALSE(contains(text, "by disk"));
    CHECK(count_of(text, "y1=\"376\"") == 2);
    figure.range = ValueRange{3e12, 3.001e12};
    CHECK_FALSE(contains(card_of({figure}), " to "));
}

TEST_CASE("an interval of a card lies around its middle and stays within its room") {
    Figure figure = storage();
    figure.interval = Interval{-0.5, 0.25};  // of 536 to either side of 600
    const std::string text = card_of({figure});
    CHECK(contains(text, "<line x1=\"64\" y1=\"594\" x2=\"1136\" y2=\"594\" class=\"c-grid\"/>"));
    CHECK(contains(text, "<rect x=\"332\" y=\"591\" width=\"402\" height=\"6\" class=\"c-fill\"/>"));
    CHECK(contains(text, "<rect x=\"598\" y=\"585\" width=\"4\" height=\"18\" class=\"c-ink\"/>"));
    figure.interval = Interval{-3, 3};
    CHECK(contains(card_of({figure}), "<rect x=\"64\" y=\"591\" width=\"1072\" "));
}

TEST_CASE("a sentence of a card has four lines") {
    std::string words;
    for (int i = 0; i < 4; ++i) words += (i == 0 ? "" : " ") + std::string(40, 'a');  // 843 of 1072 pixels each
    const std::string text = card({words, Tone::good, {}});
    CHECK(count_of(text, "font-size=\"34\"") == 4);
    CHECK(contains(text, "y=\"316\" class=\"c-ink\" font-size=\"34\">" + std::string(40, 'a') + "</text>"));
    const std::string cut = card({words + " " + words, Tone::good, {}});
    CHECK(count_of(cut, "font-size=\"34\"") == 4);
    CHECK(contains(cut, ">" + std::string(40, 'a') + "…</text>"));  // more follows
    CHECK_FALSE(contains(cut, ".."));
}

}  // namespace bote::test::card_test
