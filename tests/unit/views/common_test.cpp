#include "bote/views/common.hpp"

#include <string>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::common_test {
namespace {

const std::string kLogs = "name: Logs\nwrites: 100M/day\nobject_size: 500 B\nretention: 5 years\n";

bool is_used(const std::string& yaml, const std::string& name) {
    const Model model = model_of(yaml);
    return find_used(model)[model.find(name).value()] != 0;
}

Refusal asked(const std::string& yaml, const std::string& name) {
    return refusal([&] { find_asked(model_of(yaml), name); });
}

}  // namespace

TEST_CASE("what is given, answers and what they rest on are used, and a default that nothing reads is not") {
    CHECK(is_used(kLogs, "writes"));
    CHECK(is_used(kLogs, "data"));
    CHECK(is_used(kLogs, "replication"));               // a default, of the storage
    CHECK_FALSE(is_used(kLogs, "hit_ratio"));           // of the reads, of which there are none
    CHECK(is_used(kLogs + "growth: 50%\n", "growth"));  // given, if nothing reads it yet
    CHECK(is_used(kLogs + "expect: ['hit_ratio > 1%']\n", "hit_ratio"));
    CHECK(is_used(kLogs + "expect: ['1% < hit_ratio']\n", "hit_ratio"));
    CHECK(is_used(kLogs + "define: {own: 2 * hit_ratio}\n", "hit_ratio"));
    // A tier takes the headroom over, for what it keeps.
    CHECK_FALSE(is_used("tiers: {jobs: {kind: workers, load: 10/s, work: 1 s}}\n", "headroom"));
    CHECK(is_used("tiers: {queue: {kind: kafka, load: 1/s, message: 1 KB, keeps: 1 day}}\n", "headroom"));
}

TEST_CASE("what is asked for and not there is told from what nobody knows, each with the way on") {
    CHECK(find_asked(model_of(kLogs), "storage") == model_of(kLogs).find("storage"));
    const Refusal absent = asked("writes: 1/s\n", "storage");
    CHECK(absent.what == "'storage' cannot be computed from this workload");
    CHECK(contains(absent.hint, "`bote quantities`"));
    CHECK(asked(kLogs, "storag").what == "there is no quantity 'storag'");
    CHECK(asked(kLogs, "storag").hint == "did you mean 'storage'?");
    CHECK(asked(kLogs, "spike").hint == "did you mean 'peak_factor'?");  // another word for it
    CHECK(asked(kLogs, "bitrat").hint == "did you mean 'bitrate'?");     // absent here
    CHECK(contains(asked(kLogs, "zzzzzzzz").hint, "`bote quantities`"));
}

TEST_CASE("a quantity is of its object or its tier, else of the whole, and knows its place in the file") {
    const Model model = model_of(
        "objects:\n  post: {writes: 1/s, object_size: 1 KB}\n  photo: {writes: 2/s}\ntiers: {edge: {load: 9/s}}\n");
    const auto find = [&](const std::string& name) -> const ModelQuantity& { return model[model.find(name).value()]; };
    CHECK(owner_of(model, find("photo.writes")) == "photo");
    CHECK(owner_of(model, find("edge.load")) == "edge");
    CHECK(owner_of(model, find("writes")).empty());
    CHECK(text_of(where_given(model, find("edge.load"))) == "9/s");
    CHECK_FALSE(where_given(model, find("writes")).source);
}

TEST_CASE("a value is printed in its unit, and as a number only where it is there and finite") {
    const Estimate estimate = estimate_of(kLogs + "define: {none: 1 / (replication - 3)}\n");
    CHECK(value_text(estimate, estimate.model.find("data").value()) == "91.3 TB");
    CHECK(*finite_value(estimate, "data") == near(91.25e12));
    CHECK_FALSE(finite_value(estimate, "egress"));
    CHECK_FALSE(finite_value(estimate, "none"));
    CHECK(std::holds_alternative<std::monostate>(cell_of(estimate, "egress")));
    CHECK(std::holds_alternative<std::monostate>(cell_in(estimate, "egress", *parse_display("bps"))));
    const auto data = estimate.model.find("data").value();
    const auto cell = std::get<Quantity>(cell_of(estimate, "data"));
    CHECK(cell.value == near(91.25e12));
    CHECK(cell.of == number_of(data));
    CHECK(std::get<Quantity>(cell_of(estimate, data)).display == estimate.model[data].display);
    const auto bits = std::get<Quantity>(cell_in(estimate, "ingress", *parse_display("bps")));
    CHECK(format(bits.value, bits.display, {}) == "4.63 Mbps");  // 50 GB a day
}

TEST_CASE("the working has numbers for names, with as many digits as are wanted") {
    const Estimate estimate = estimate_of(kLogs);
    const auto working = [&](const std::string& name, int digits) {
        return working_of(estimate, estimate.model.find(name).value(), digits);
    };
    CHECK(working("new_data", 3) == "100M/day * 500 B");
    CHECK(working("stored_size", 3) == "500 B");  // what changes nothing is left out
    CHECK(working("filled", 3) == "91.3 TB / (1 - 30%)");
    CHECK(working("filled", 5) == "91.25 TB / (1 - 30%)");
}

TEST_CASE("machines are whole, and the head of a column has the base unit") {
    const Estimate estimate = estimate_of(kLogs + "define: {own: 3}\nspares: 2\n");
    const auto find = [&](const std::string& name) -> const ModelQuantity& {
        return estimate.model[estimate.model.find(name).value()];
    };
    CHECK(is_whole(find("spares")));
    CHECK_FALSE(is_whole(find("writes")));
    CHECK_FALSE(is_whole(find("own")));
    CHECK(sheet_title("storage", *parse_display("TB")) == "storage [B]");
    CHECK(sheet_title("writes", *parse_display("/day")) == "writes [/s]");
    CHECK(sheet_title("dau", *parse_display("users")) == "dau");
}

TEST_CASE("programs get a value in its base unit with its text and origin, and none that is not finite") {
    const Estimate estimate = estimate_of(kLogs + "define: {none: 1 / (replication - 3)}\n");
    const auto datum = [&](const std::string& name) {
        return std::get<Datum::Object>(datum_of(estimate, estimate.model.find(name).value()).value);
    };
    const auto writes = datum("writes");
    REQUIRE(writes.size() == 4);
    CHECK(writes[0].key == "value");
    CHECK(std::get<double>(writes[0].value.value) == near(1e8 / 86'400));
    CHECK(writes[1].key == "unit");
    CHECK(std::get<std::string>(writes[1].value.value) == "/s");
    CHECK(std::get<std::string>(writes[2].value.value) == "100M/day");
    CHECK(std::get<std::string>(writes[3].value.value) == "given");
    CHECK(std::get<std::string>(datum("replication")[3].value.value) == "default");
    REQUIRE(datum("none").size() == 3);
    CHECK(datum("none")[0].key == "unit");
    const auto head = std::get<Datum::Object>(workload_datum(estimate.model).value);
    CHECK(std::get<std::string>(head[0].value.value) == "Logs");
    CHECK(std::get<std::string>(head[1].value.value) == "test.yaml");
}

}  // namespace bote::test::common_test
