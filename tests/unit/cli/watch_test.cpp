#include <string>
#include <vector>

#include <sys/stat.h>

#include "bote/cli/run.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"
#include "project/project_files.hpp"

namespace bote::test::watch_test {
namespace {

const std::string kShop = "writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\n";

/// What is printed page by page while a file is saved with one text after another.
struct Watched {
    std::vector<std::string> pages;
    Outcome outcome;
    std::vector<std::string> files;
};

Watched watch(const std::vector<std::string>& arguments, std::vector<std::string> saved = {}) {
    Watched watched;
    Environment environment;
    environment.write_output = [&](std::string_view text) {
        watched.pages.emplace_back(text);
        return true;
    };
    environment.wait_for_change = [&, next = std::size_t{0}](const std::vector<std::string>& files) mutable {
        watched.files = files;
        if (next == saved.size()) return false;
        write_text("shop.yaml", saved[next++]);
        return true;
    };
    watched.outcome = run(arguments, environment);
    return watched;
}

struct Shop {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Shop() { write_text("shop.yaml", kShop); }
};

}  // namespace

TEST_CASE("a saved file is estimated again, and the page says what changed") {
    const Shop shop;
    const auto watched = watch({"watch", "shop.yaml"}, {"writes: 2M/day\nobject_size: 1 KB\nretention: 10 days\n"});
    REQUIRE(watched.pages.size() == 2);
    CHECK(contains(watched.pages[0], "1M/day"));
    CHECK_FALSE(contains(watched.pages[0], "Changed"));
    CHECK(contains(watched.pages[1], "Changed: writes 1M/day -> 2M/day; "));
    CHECK(contains(watched.pages[1], "data 10 GB -> 20 GB"));
    CHECK(watched.outcome.exit_code == kExitAnswered);
}

TEST_CASE("a mistake stands in place of the page until it is mended") {
    const Shop shop;
    const auto watched = watch({"watch", "shop.yaml"}, {"writs: 1M/day\n", kShop});
    REQUIRE(watched.pages.size() == 3);
    CHECK(contains(watched.pages[1], "shop.yaml:1:1: error: "));
    CHECK_FALSE(contains(watched.pages[1], "Storage"));
    CHECK(contains(watched.pages[2], "Nothing changed."));
}

TEST_CASE("a mistake is watched from the beginning") {
    const Shop shop;
    write_text("shop.yaml", "writs: 1M/day\n");
    const auto watched = watch({"watch", "shop.yaml"}, {kShop});
    REQUIRE(watched.pages.size() == 2);
    CHECK(contains(watched.pages[0], "error"));
    CHECK(contains(watched.pages[1], "Storage"));
}

TEST_CASE("every file that the page rests on is watched") {
    const Shop shop;
    write_text("prices.yaml", "price.storage: $0.02/GB/month\n");
    const auto watched = watch({"watch", "shop.yaml", "--with", "prices.yaml"});
    CHECK(watched.files == std::vector<std::string>{"shop.yaml", "prices.yaml"});
}

TEST_CASE("what cannot be watched is an error") {
    const Shop shop;
    CHECK(contains(watch({"watch", "tinyurl"}).outcome.err, "there is no file to watch"));
    CHECK(contains(watch({"watch", "-"}).outcome.err, "standard input"));
    CHECK(contains(watch({"watch", "none.yaml"}).outcome.err, "none.yaml"));
    CHECK(watch({"watch", "shop.yaml", "--output", "page.md"}).outcome.exit_code == kExitWrongInput);
    REQUIRE(::mkfifo("pipe.yaml", 0600) == 0);
    CHECK(contains(watch({"watch", "pipe.yaml"}).outcome.err, "'pipe.yaml' is no file"));
    CHECK(watch({"watch", "none.yaml"}).outcome.exit_code == kExitWrongInput);
}

}  // namespace bote::test::watch_test
