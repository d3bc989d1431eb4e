#include "bote/link/link.hpp"

#include <random>

#include "bote/base/error.hpp"
#include "bote/link/deflate.hpp"
#include "project/catch.hpp"

namespace bote::test::link_test {
namespace {

constexpr std::size_t kMost = 262'144;

std::string complaint_about(std::string_view link, std::size_t most = kMost) {
    try {
        text_of_link(link, most);
        return "none";
    } catch (const InputError& problem) {
        return problem.errors().front().what;
    }
}

const std::string kDamaged = "the link is damaged: part of it is missing or changed";

}  // namespace

TEST_CASE("a workload goes into a link and comes out of it") {
    const std::string text = "name: Überall\ndau: 1M # half of them at night\n";
    const std::string link = link_of(text, "file:///home/me/bote.html");
    CHECK(link.starts_with("file:///home/me/bote.html#1"));
    CHECK(text_of_link(link, kMost) == text);
    CHECK(text_of_link(link.substr(link.find('#')), kMost) == text);
    CHECK(text_of_link(link.substr(link.find('#') + 1), kMost) == text);
    CHECK(text_of_link(link_of("", ""), kMost).empty());
}

TEST_CASE("a fragment needs no escape in a URL") {
    std::mt19937 random(1);
    std::string noise;
    for (int i = 0; i < 1000; ++i) noise += static_cast<char>(random() & 0xFFU);
    const std::string fragment = link_of(noise, "").substr(1);
    CHECK(fragment.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(text_of_link(fragment, kMost) == noise);
}

TEST_CASE("a link that was made with version 1 opens for ever") {
    CHECK(text_of_link("bote.html#1CNM6R0tJLLVSMPTlKi_KLEktji9ILYovLU4tAorppyRWcgEA", kMost) ==
          "dau: 1M\nwrites_per_user: 1/day\n");
}

TEST_CASE("a link of a version to come is told from a damaged one") {
    CHECK(complaint_about("#2zu") == "the link has version 2, which this bote cannot read");
}

TEST_CASE("no character of a link can be lost or changed unnoticed") {
    const std::string link = link_of("dau: 1M\nwrites_per_user: 1/day\n", "");
    for (std::size_t i = 2; i < link.size(); ++i) {
        std::string changed = link;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        INFO(i << ": " << changed);
        CHECK(complaint_about(changed) == kDamaged);
        CHECK(complaint_about(link.substr(0, i)) == kDamaged);
    }
    CHECK(complaint_about(link + "A") == kDamaged);
    CHECK(complaint_about(link + "%20") == kDamaged);
}

TEST_CASE("a short link to a long text is refused before it takes memory") {
    const std::string bomb = link_of(std::string(50'000'000, '#'), "");
    CHECK(bomb.size() < 100'000);
    CHECK(complaint_about(bomb) == "the link holds more than 256 KiB, the most that a workload may have");
}

TEST_CASE("what is no link is refused with its beginning") {
    CHECK(complaint_about("tinyurl") == "'tinyurl' is no link to a workload");
    CHECK(complaint_about("") == "'' is no link to a workload");
    CHECK(complaint_about("bote.html#") == "'bote.html#' is no link to a workload");
    CHECK(complaint_about("\x1b[31m") == "'\\x1b[31m' is no link to a workload");
}

TEST_CASE("an argument is a link where a file is hardly named so") {
    for (const auto* link : {"#1zu-P", "bote.html#1zu-P", "https://bote.example.org/#1zu-P", "file:///bote.html#9a",
                             "bote.html#1", "bote.html#1zu-P."})
        CHECK(is_link(link));
    for (const auto* file : {"tinyurl", "#", "#1", "#notes", "c#1", "a.yaml#1ab", "#1.yaml", "bote.html#a b"})
        CHECK_FALSE(is_link(file));
}

}  // namespace bote::test::link_test
