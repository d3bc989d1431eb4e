#include "bote/model/workload.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::option_test {
namespace {

std::string refusal_of(const std::string& assignment, std::string_view option = "--set") {
    try {
        (void)read_option(assignment, option);
    } catch (const InputError& problem) {
        return problem.errors().front().what + "; " + problem.errors().front().hint.text;
    }
    return "";
}

}  // namespace

TEST_CASE("an option has a name and a value, each in its place") {
    const Setting setting = read_option(" server.rps = 10k/s ");
    CHECK(setting.key.text == "server.rps");
    CHECK(setting.key.span.begin == 1);
    CHECK(setting.value.text == "10k/s");
    CHECK(setting.value.span.begin == 14);
    CHECK(setting.value.subject == "server.rps");
    CHECK(setting.layer == Layer::option);
}

TEST_CASE("only the first equals sign parts name and value") {
    CHECK(read_option("a=b=c").value.text == "b=c");
    CHECK(read_option("a=max(1, 2)").value.text == "max(1, 2)");
}

TEST_CASE("what is missing in an assignment is said") {
    CHECK(refusal_of("dau") == "expected an assignment; write `--set dau=5M`");
    CHECK(refusal_of(" =5M") == "missing a name before '='; write `--set dau=5M`");
    CHECK(refusal_of("mau= ") == "'mau' has no value; write `--set dau=5M`");
}

TEST_CASE("two assignments in one option are parted in the hint") {
    CHECK(refusal_of("dau=1M,mau=2M") == "one option sets one quantity; write `--set dau=1M --set mau=2M`");
    CHECK(refusal_of("dau=max(1, 2); cache.rps = 5/s", "--with") ==
          "one option sets one quantity; write `--with dau=max(1, 2) --with cache.rps = 5/s`");
}

}  // namespace bote::test::option_test
