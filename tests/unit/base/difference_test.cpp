#include "bote/base/difference.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::difference_test {
namespace {

/// "1\n2\n...n\n"
std::string numbers(int last) {
    std::string text;
    for (int i = 1; i <= last; ++i) text += std::to_string(i) + '\n';
    return text;
}

}  // namespace

TEST_CASE("equal texts have no difference") {
    CHECK(unified_diff("a", "", "").empty());
    CHECK(unified_diff("a", "x\ny\n", "x\ny\n").empty());
}

TEST_CASE("a changed line stands between three lines of context") {
    std::string after = numbers(9);
    after.replace(after.find('5'), 1, "five");
    CHECK(unified_diff("n.md", numbers(9), after) ==
          "--- n.md\n+++ n.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes that share no context are hunks of their own") {
    std::string after = numbers(20);
    after.erase(after.find("2\n"), 2);
    after += "21\n";
    CHECK(unified_diff("n", numbers(20), after) ==
          "--- n\n+++ n\n@@ -1,5 +1,4 @@\n 1\n-2\n 3\n 4\n 5\n@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+21\n");
}

TEST_CASE("a text that comes or goes is a range before line one") {
    CHECK(unified_diff("n", "", "a\n") == "--- n\n+++ n\n@@ -0,0 +1 @@\n+a\n");
    CHECK(unified_diff("n", "a\nb\n", "") == "--- n\n+++ n\n@@ -1,2 +0,0 @@\n-a\n-b\n");
}

TEST_CASE("a last line without a line feed is marked as `patch` expects") {
    CHECK(unified_diff("n", "a", "a\n") == "--- n\n+++ n\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("texts with thousands of differing lines are still compared") {
    std::string other;
    for (int i = 0; i < 3000; ++i) other += "x" + std::to_string(i) + '\n';
    const std::string diff = unified_diff("n", numbers(3000), other);
    CHECK(diff.starts_with("--- n\n+++ n\n@@ -1,3000 +1,3000 @@\n-1\n"));
}

}  // namespace bote::test::difference_test
