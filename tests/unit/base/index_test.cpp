#include "bote/base/index.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::index_test {

TEST_CASE("a part of a text begins behind the bytes before it") {
    const std::string_view text = "dau: 5M";
    CHECK(offset_in(text, text) == 0);
    CHECK(offset_in(text, text.substr(5)) == 5);
    CHECK(offset_in(text, text.substr(7)) == 7);
}

TEST_CASE("what a search finds is a position, and the size where it finds nothing") {
    const std::vector<std::string> names{"a", "b", "c"};
    CHECK(position_of(std::find(names.begin(), names.end(), "b"), names) == 1);
    CHECK(position_of(std::find(names.begin(), names.end(), "d"), names) == 3);
    constexpr int kRows[] = {4, 5};
    CHECK(position_of(std::find(std::begin(kRows), std::end(kRows), 5), kRows) == 1);
    CHECK(names[at(2)] == "c");
}

namespace {

enum class Row : int { none = -1 };

}  // namespace

TEST_CASE("an indexed vector is gone over, and added to, by its indices") {
    IndexedVector<Row, std::string> rows;
    CHECK(rows.next_index() == Row{0});
    for (const auto* each : {"a", "b", "c"}) rows.push_back(each);
    std::string all;
    for (const Row row : rows.indices()) all += rows[row];
    CHECK(all == "abc");
    CHECK(rows.next_index() == Row{3});
    CHECK(number_of(rows.index_of(rows[Row{2}])) == 2);
    rows[Row{0}] = "z";
    CHECK(rows == IndexedVector<Row, std::string>{"z", "b", "c"});
}

TEST_CASE("an indexed span takes an array as it is") {
    static constexpr int kRows[] = {4, 5, 6};
    constexpr IndexedSpan<Row, int> rows(kRows);
    CHECK(rows.size() == 3);
    CHECK(rows[Row{1}] == 5);
    CHECK(std::count_if(rows.begin(), rows.end(), [](int each) { return each > 4; }) == 2);
}

TEST_CASE("a list of indices reads plain numbers, of which -1 is none") {
    const std::vector<int> numbers{2, -1, 7};
    const IndexList<Row> list(numbers);
    CHECK(list[1] == Row::none);
    CHECK(list.front() == Row{2});
    CHECK(list.back() == Row{7});
    CHECK(position_of(std::find(list.begin(), list.end(), Row{7}), list) == 2);
    CHECK(std::count(list.begin(), list.end(), Row::none) == 1);
    CHECK(list.first(1).size() == 1);
    CHECK(list.subspan(1).front() == Row::none);
    CHECK(IndexList<Row>().empty());
}

}  // namespace bote::test::index_test
