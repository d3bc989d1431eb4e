#include "bote/model/find.hpp"

#include <algorithm>
#include <string>

#include "bote/base/text.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::find_test {
namespace {

std::string name_of_row(DefinitionIndex index) { return std::string(built_in_catalog()[index].name); }

std::string first(const std::string& text) {
    const auto found = find_meant(built_in_catalog(), text);
    return found.empty() ? "" : name_of_row(found.front());
}

std::vector<std::string> terms_of(std::string_view words) {
    std::vector<std::string> terms;
    for (const auto term : split(words, ',')) terms.emplace_back(trim(term));
    return terms;
}

}  // namespace

TEST_CASE("the words that people use find the quantity that they mean") {
    struct Row {
        std::string text;
        std::string quantity;
    };
    const Row rows[] = {
        {"copies", "replication"},
        {"followers", "fanout"},
        {"failover", "spares"},
        {"redundancy", "spares"},
        {"margin", "margin"},
        {"free space", "headroom"},
        {"nodes", "machines"},
        {"instances", "machines"},
        {"boxes", "machines"},
        {"QPS", "qps"},
        {"TPS", "qps"},
        {"RPS", "qps"},
        {"latency", "latency"},
        {"TTL", "retention"},
        {"payload", "object_size"},
        {"users online", "concurrent_users"},
        {"throughput", "qps"},
        {"uptime", "availability"},
        {"Replication", "replication"},
        {"hit rate", "hit_ratio"},
        {"bytes out", "egress"},
        {"server.cores", "server.cores"},
        {"cache memory", "cache_memory"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(first(row.text) == row.quantity);
    }
}

TEST_CASE("every term of the table of words finds each of its quantities, the best of one row first") {
    const Catalog& catalog = built_in_catalog();
    for (const auto& row : catalog.words) {
        for (const auto& term : terms_of(row.words)) {
            CAPTURE(term);
            const auto found = find_meant(catalog, term);
            for (const DefinitionIndex quantity : row.quantities)
                CHECK(std::find(found.begin(), found.end(), quantity) != found.end());
        }
    }
}

TEST_CASE("several words are all looked for, and a name counts for more than a meaning") {
    CHECK(first("peak bytes in") == "peak_ingress");
    const auto found = find_meant(built_in_catalog(), "headroom");
    REQUIRE_FALSE(found.empty());
    CHECK(name_of_row(found.front()) == "headroom");
    CHECK(find_meant(built_in_catalog(), "bytes xyzzy").empty());
}

TEST_CASE("what people call a quantity of a tier is known") {
    const Catalog& catalog = built_in_catalog();
    const auto meant = meant_of_tier(catalog, "input_tokens");
    REQUIRE(meant.size() == 1);
    CHECK(name_of_row(meant.front()) == "tier.prompt_tokens");
    CHECK(name_of_row(meant_of_tier(catalog, "retention").front()) == "tier.keeps");
    CHECK(meant_of_tier(catalog, "xyzzy").empty());
    CHECK(meant_of_tier(catalog, "thumbnail").empty());  // of an object
}

TEST_CASE("a product is of the kind that names it, in small letters and cut short") {
    const Catalog& catalog = built_in_catalog();
    const auto kind_of = [&](std::string_view product) -> std::string_view {
        const TierKind* kind = find_kind_of_product(catalog, product);
        return kind == nullptr ? "" : kind->name;
    };
    CHECK(kind_of("cassandra") == "wide_column");
    CHECK(kind_of("postgres") == "sql");
    CHECK(kind_of("S3") == "object_store");
    CHECK(kind_of("Apache Kafka") == "kafka");
    CHECK(kind_of("Kafka") == "kafka");
    CHECK(kind_of("turn") == "media_relay");
    for (const auto* other : {"", "s", "po", "lake", "cassandras", "nosql"}) {
        CAPTURE(other);
        CHECK(kind_of(other).empty());
    }
}

TEST_CASE("a name is meant with what says how it is counted, and without") {
    const auto meant = [](std::string_view name) {
        const auto found = meant_by(built_in_catalog(), name);
        return found.empty() ? std::string_view() : built_in_catalog()[found.front()].name;
    };
    struct Row {
        std::string_view name;
        std::string_view quantity;
    };
    const Row rows[] = {
        {"users", "dau"},
        {"num_users", "dau"},
        {"number_of_users", "dau"},
        {"writes_per_day", "writes"},
        {"daily_writes", "writes"},
        {"requests_per_day", "qps"},
        {"requests_per_second", "qps"},
        {"writes_per_user_per_day", "writes_per_user"},
        {"posts_per_user", "writes_per_user"},
        {"posts_per_user_per_day", "writes_per_user"},
        {"views_per_user", "reads_per_user"},
        {"retention_days", "retention"},
        {"retention_period_in_years", "retention"},
        {"avg_object_size_kb", "object_size"},
        {"object_size_bytes", "object_size"},
        {"headroom_factor", "headroom"},
        {"cache_hit_ratio", "hit_ratio"},
        {"peak_to_average_ratio", "peak_factor"},
        {"storage_per_year", "new_data"},
        {"Replication_Factor", "replication"},
        {"lessons_per_user", ""},
        {"per_user", ""},
        {"day", ""},
        {"_", ""},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(meant(row.name) == row.quantity);
    }
}

TEST_CASE("a text that finds nothing has a nearest word, and an empty one finds all") {
    CHECK(closest_meant(built_in_catalog(), "falover") == "failover");
    CHECK(closest_meant(built_in_catalog(), "retenton") == "retention");
    CHECK_FALSE(closest_meant(built_in_catalog(), "xyzzyxyzzy"));
    CHECK(find_meant(built_in_catalog(), " ").size() == built_in_catalog().definitions.size());
}

}  // namespace bote::test::find_test
