// A sentence for each link of a chain, and how far off the last one is.

#include "views/chain_words.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chain_say_test {
namespace {

/// What is said of links that lead to 1 GB a day.
std::string spoken(const std::vector<Link>& links) {
    const Estimate estimate = estimate_of("writes: 1M/day\nobject_size: 1 KB\n");
    const std::string text = say_chain(make_working(estimate), estimate.model.find("new_data").value(), links);
    const std::string end = "Exactly: 1 gigabyte a day.";
    REQUIRE(text.ends_with(end));
    return text.substr(0, text.size() - end.size());
}

Link link(const std::string& begin, const std::string& operation, const std::string& result, bool rounded = false) {
    return {{}, {}, begin, operation, result, rounded};
}

/// The words of a single operation on 5.
std::string words(const std::string& operation) {
    const std::string text = spoken({link("", operation, "5")});
    const std::string end = " is 5. ";
    REQUIRE(text.ends_with(end));
    return text.substr(0, text.size() - end.size());
}

}  // namespace

TEST_CASE("each link of a chain is a sentence, and what was rounded is about that much") {
    CHECK(
        spoken({link("250M users", "x 50 a day", "12.5 billion reads a day"), link("", "/ 10^5 s", "125k/s", true)}) ==
        "250 million users times 50 a day is 12.5 billion reads a day. Divided by 100,000 seconds is about 125 "
        "thousand a second. ");
    CHECK(spoken({link("", "/ 4 rounded up", "2 servers")}) == "Divided by 4 rounded up to 2 servers. ");
    CHECK(spoken({}).empty());
}

TEST_CASE("what a chain begins with has its own sentence where it was worked out") {
    CHECK(spoken({link("500M / 2 = 250M users", "x 2", "500M")}) ==
          "500 million divided by 2 is 250 million users. Times 2 is 500 million. ");
    CHECK(spoken({link("62 ^ 2 = 3,844", "", "3,844")}) == "62 ^ 2 is 3,844. ");
}

TEST_CASE("signs, units, magnitudes and shares are said in words, also in brackets") {
    CHECK(words("x (8k/s x 70%)") == "Times (8 thousand a second times 70 percent)");
    CHECK(words("x 1 day (86,400 s)") == "Times 1 day (86,400 seconds)");
    CHECK(words("+ 5 MB/s of image - 2 Gbps") == "Plus 5 megabytes a second of image minus 2 gigabits a second");
    CHECK(words("* 3 h + 4 ms + 5 us + 6 min") ==
          "Times 3 hours plus 4 milliseconds plus 5 microseconds plus 6 minutes");
    CHECK(words("+ log2(5k) of Markdown") == "Plus log2(5k) of Markdown");
}

TEST_CASE("one of a unit is singular, and no other number is") {
    CHECK(words("x 1 KB/s") == "Times 1 kilobyte a second");
    CHECK(words("x (1 B + 1 kbps)") == "Times (1 byte plus 1 kilobit a second)");
    CHECK(words("x 11 GB + 1.1 PB") == "Times 11 gigabytes plus 1.1 petabytes");
}

TEST_CASE("the end says by how many percent the whiteboard is high or low") {
    const auto end_of = [](const std::string& yaml, const std::string& name) {
        const Estimate estimate = estimate_of(yaml);
        return say_chain(make_working(estimate), estimate.model.find(name).value(), {});
    };
    // 500M / (30 * 86,400 s) = 192.9/s, for which a whiteboard has 200.
    CHECK(end_of("writes: 500M/month\n", "write_qps") == "Exactly: 193 a second, so this is 4% high.");
    // 864M / 86,400 s, and 864M / 10^5 s = 8,640: a whiteboard has 9,000.
    CHECK(end_of("writes: 864M/day\n", "write_qps") == "Exactly: 10 thousand a second, so this is 10% low.");
}

}  // namespace bote::test::chain_say_test
