// Whatever is given, the numbers agree with each other: what the textbook says of two quantities holds between them,
// however each of them came about.

#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/any_givens.hpp"
#include "engine/any_workload.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::identities_test {
namespace {

constexpr double kForgiven = 1e-6;  // differences of large numbers have few digits

struct Identity {
    const char* left;
    const char* right;
    std::vector<const char*> unless_given = {};  // where three are given that contradict each other
};

// From the definitions of the words, not from the model.
const std::vector<Identity> kIdentities = {
    {"write_qps", "writes * growth_factor"},
    {"read_qps", "reads * growth_factor"},
    {"qps", "sum(write_qps, read_qps)"},
    {"busy_write_qps", "write_qps * (1 day / busy_hours)"},
    {"busy_read_qps", "read_qps * (1 day / busy_hours)"},
    {"busy_qps", "qps * (1 day / busy_hours)"},
    {"peak_write_qps", "write_qps * peak_factor * (1 day / busy_hours)", {"peak_read_qps"}},
    {"peak_read_qps", "read_qps * peak_factor * (1 day / busy_hours)", {"peak_write_qps"}},
    {"peak_qps", "sum(peak_write_qps, peak_read_qps)"},
    {"items_read", "reads * items_per_read"},
    {"item_qps", "read_qps * items_per_read"},
    {"peak_item_qps", "peak_read_qps * items_per_read"},
    {"deliveries", "write_qps * fanout * pushed_share"},
    {"peak_deliveries", "deliveries * (peak_write_qps / write_qps)"},
    {"pushes", "write_qps * recipients"},
    {"peak_pushes", "peak_write_qps * recipients"},
    {"internal_traffic", "deliveries * delivery_size"},
    {"peak_concurrent_requests", "served_qps * latency"},
    {"served_qps", "peak_qps - peak_read_qps * cdn_share"},
    {"written", "writes * (object_size + metadata_size)"},
    {"new_data", "new_objects * stored_size"},
    {"new_data", "writes * stored_size", {"new_objects"}},
    {"existing_data", "existing * stored_size"},
    {"retained_objects", "sum(new_objects * kept_time, existing)", {"data"}},
    {"data", "sum(new_data * kept_time, existing_data)", {"retained_objects"}},
    {"data", "retained_objects * stored_size", {"existing_data", "new_objects"}},
    {"filled", "data * margin / (1 - headroom)"},
    {"data", "sum(hot_data, cold_data)", {"hot_data"}},
    {"storage", "filled * replication", {"hot_age", "replicated"}},
    {"storage", "replicated * margin / (1 - headroom)", {"filled"}},
    {"replicated", "data * replication", {"hot_age"}},
    {"ingress", "sum(write_qps * upload_size, read_qps * request_size)"},
    {"egress", "sum(read_qps * read_size, pushes * push_size, write_qps * response_size)"},
    {"peak_ingress", "sum(peak_write_qps * upload_size, peak_read_qps * request_size)"},
    {"peak_egress", "sum(peak_read_qps * read_size, peak_pushes * push_size, peak_write_qps * response_size)"},
    {"bandwidth", "sum(ingress, egress)"},
    {"peak_bandwidth", "sum(peak_ingress, peak_egress)"},
    {"egress", "cdn_egress + origin_egress"},
    {"cdn_egress", "read_qps * read_size * cdn_share"},
    {"average_streams", "read_qps * duration"},
    {"streams", "peak_read_qps * duration"},
    {"origin_read_qps", "peak_read_qps * (1 - cdn_share)"},
    {"database_read_qps", "origin_read_qps * (1 - hit_ratio)"},
    {"cache_egress", "origin_read_qps * hit_ratio * read_size"},
    {"stored_write_qps", "peak_write_qps * (new_objects / writes)"},
    {"database_read_operations", "database_read_qps * data_parts"},
    {"database_write_qps", "stored_write_qps * replication * data_parts"},
    {"database_traffic", "sum(database_read_qps * read_size, stored_traffic * replication)"},
    {"write_units", "write_qps * ceil(object_size / write_unit)"},
    {"reads_per_write", "reads / writes"},
    {"actions_per_user", "sum(writes, reads) / dau"},
    {"app.by_requests", "served_qps / (app.rps * app.target)"},
    {"app.by_network", "max(peak_ingress, peak_origin_egress) / (app.network * app.target)"},
    {"app.servers",
     "ceil(max(app.by_requests, app.by_network, app.by_connections, app.by_users, app.by_workers, "
     "app.by_memory))"},
    {"app.machines", "app.servers + spares"},
    {"cache.by_memory", "cache_memory / (cache.memory * cache.target)"},
    {"cache.servers", "ceil(max(cache.by_memory, cache.by_requests, cache.by_network))"},
    {"database.by_disk", "storage / (database.disk * database.target)"},
    {"database.by_iops", "sum(database_read_operations, database_write_qps) / (database.iops * database.target)"},
    {"database.by_throughput", "database_traffic / (database.disk_throughput * database.target)"},
    {"database.servers", "ceil(max(database.by_disk, database.by_iops, database.by_throughput))"},
    {"servers", "sum(app.servers, cache.servers, database.servers)"},
    {"machines", "sum(app.machines, cache.machines, database.machines)"},
    {"cost.app", "app.machines * price.app"},
    {"cost", "sum(cost.app, cost.cache, cost.storage, cost.egress, cost.ingress, cost.requests)"},
    {"key.space", "key.alphabet ^ key.length"},
    {"downtime", "(1 - availability) * 1 year"},
};

/// How many workloads are tried: `BOTE_WORKLOADS=2000 ctest -R identities` takes its time.
unsigned workloads() {
    constexpr unsigned kUsual = 200;
    const char* wanted = std::getenv("BOTE_WORKLOADS");
    return wanted != nullptr ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : kUsual;
}

Class kind_of(const std::string& name) {
    const auto definition = built_in_catalog().find(name);
    REQUIRE(definition);
    return built_in_catalog()[*definition].kind;
}

/// The quantity that a name means in an object, or for an object's whole.
std::optional<QuantityIndex> find_in(const Model& model, const std::string& object, const std::string& name) {
    const Class kind = kind_of(name);
    if (object.empty() && !model.objects.empty() && (kind == Class::object || kind == Class::policy)) return {};
    return model.find(object.empty() || kind == Class::workload ? name : object + "." + name);
}

/// In the file, or as an object's share of a total that is.
bool is_given(const Estimate& estimate, std::optional<QuantityIndex> index) {
    if (!index) return false;
    const auto& quantity = estimate.model[*index];
    return quantity.implied || (quantity.origin == Origin::given && !quantity.inherited);
}

/// The value of an identity's right side; NaN where it needs what is absent.
double right_side(const Estimate& estimate, const std::string& object, const Identity& identity) {
    const Expression tree = tree_of(identity.right);
    std::vector<double> values;
    for (const auto name : names_of(identity.right, tree)) {
        const auto index = find_in(estimate.model, object, std::string(name));
        values.push_back(index ? estimate.values.quantities[*index] : NAN);
    }
    return evaluate(tree, values, estimate.model.conventions);
}

bool is_exempt(const Estimate& estimate, const std::string& object, const Identity& identity) {
    for (const auto* name : identity.unless_given) {
        if (is_given(estimate, find_in(estimate.model, object, name))) return true;
        if (estimate.model.find(name) && std::string_view(name) == "hot_age") return true;
        if (const auto hot = find_in(estimate.model, object, name); hot && std::string_view(name) == "hot_age")
            return true;
    }
    return false;
}

/// Whether a sum over objects is given as a whole: it need not be what the objects add up to.
bool gives_total(const Estimate& estimate) {
    const auto& quantities = estimate.model.quantities;
    return !estimate.model.objects.empty() && std::any_of(quantities.begin(), quantities.end(), [](const auto& each) {
        return each.object < 0 && each.definition != nullptr && each.definition->kind == Class::total &&
               each.origin == Origin::given;
    });
}

/// Whether an object says what it takes in all, without the parts: then the parts of the whole do not add up to it.
bool is_unsplit(const Estimate& estimate) {
    const auto& objects = estimate.model.objects;
    return std::any_of(objects.begin(), objects.end(), [&](const std::string& object) {
        const auto gives = [&](const char* name) { return is_given(estimate, find_in(estimate.model, object, name)); };
        return gives("qps") || gives("busy_qps") || gives("peak_qps") || gives("bandwidth");
    });
}

/// What is of the whole workload is asked once. Of sums over objects only what adds up can be asked.
bool applies(const Estimate& estimate, const std::string& object, const Identity& identity) {
    if (kind_of(identity.left) == Class::workload) return object.empty();
    if (!object.empty() || estimate.model.objects.empty()) return true;
    const std::string right = identity.right;
    if (right.find_first_of("*/-") != std::string::npos) return false;
    const auto stands_alone = [&](const std::string& each) {  // given, or without the parts that the whole is made of
        const auto left = find_in(estimate.model, each, identity.left);
        return is_given(estimate, left) || (left && std::isnan(right_side(estimate, each, identity)));
    };
    const auto& objects = estimate.model.objects;
    if (gives_total(estimate)) return false;
    return right.find("hot_data") == std::string::npos && std::none_of(objects.begin(), objects.end(), stands_alone);
}

/// Whether a side is an object's share of a given total, which other values that the object gives may contradict.
bool has_share(const Estimate& estimate, const std::string& object, const Identity& identity) {
    const auto is_share = [&](const std::string& name) {
        const auto index = find_in(estimate.model, object, name);
        return index && estimate.model[*index].implied;
    };
    const Expression tree = tree_of(identity.right);
    const auto names = names_of(identity.right, tree);
    return is_share(identity.left) ||
           std::any_of(names.begin(), names.end(), [&](std::string_view name) { return is_share(std::string(name)); });
}

/// Checks all identities of one scope; how many had something to say.
unsigned hold_in(const Estimate& estimate, const std::string& object) {
    unsigned held = 0;
    for (const Identity& identity : kIdentities) {
        if (!applies(estimate, object, identity)) continue;
        const auto left = find_in(estimate.model, object, identity.left);
        if (!left || is_given(estimate, left) || is_exempt(estimate, object, identity)) continue;
        if (has_share(estimate, object, identity)) continue;
        const double right = right_side(estimate, object, identity);
        const double found = estimate.values.quantities[*left];
        if (std::isnan(right) || std::isnan(found)) continue;
        CAPTURE(object, identity.left, identity.right);
        CHECK(found == near(right, kForgiven));
        ++held;
    }
    return held;
}

/// Leaves out the lines that errors point at, until the rest answers.
std::optional<std::string> answering(std::string yaml) {
    constexpr int kMostTries = 12;
    for (int tries = 0; tries < kMostTries; ++tries) {
        try {
            (void)estimate_of(yaml);
            return yaml;
        } catch (const InputError& problem) {
            const Span& where = problem.errors().back().where;
            if (!where.source) return std::nullopt;
            const auto begin = yaml.rfind('\n', where.begin) + 1;
            yaml.erase(begin, yaml.find('\n', where.begin) + 1 - begin);
        }
    }
    return std::nullopt;
}

template <class Check>
void for_each_of(unsigned count, Check check) {
    unsigned answered = 0;
    for (unsigned seed = 0; answered < count; ++seed) {
        REQUIRE(seed < 3 * count);
        const auto yaml = answering(AnyGivens(seed).text());
        if (!yaml) continue;
        INFO(*yaml);
        CAPTURE(seed);
        check(*yaml, estimate_of(*yaml), seed);
        ++answered;
    }
}

/// A value that is read back exactly: "12.5 * 1 B / 1 s".
std::string exact_text(double value, Dimension dimension) {
    std::string text = fmt::format("{:.17g}", value);
    const auto factor = [&](int power, const char* unit) {
        for (int i = 0; i < power; ++i) text += std::string(" * ") + unit;
        for (int i = 0; i > power; --i) text += std::string(" / (") + unit + ")";
    };
    factor(dimension.money, "$1");  // by the time behind it: a rate times money is what traffic costs
    factor(dimension.byte, "1 B");
    factor(dimension.second, "1 s");
    return text + " * 1";
}

}  // namespace

TEST_CASE("whatever is given, what the textbook says of two quantities holds between them") {
    CHECK(kIdentities.size() >= 60);
    std::size_t held = 0;
    const unsigned count = workloads();
    for_each_of(count, [&](const std::string&, const Estimate& estimate, unsigned) {
        held += hold_in(estimate, "");
        for (const auto& object : estimate.model.objects) held += hold_in(estimate, object);
    });
    CHECK(held > count * 20);
}

/// Requests of which only the writes or only the reads are known: given, what is left of them is the other direction.
bool is_of_one_direction(const Estimate& estimate, const std::string& name) {
    if (!name.ends_with("qps")) return false;
    std::string scope = name.substr(0, name.size() - std::string("qps").size());
    for (const std::string part : {"peak_", "busy_"}) {
        if (scope.ends_with(part)) scope.resize(scope.size() - part.size());
    }
    if (!scope.empty() && scope.back() != '.') return false;
    const Model& model = estimate.model;
    return !model.find(scope + "write_qps") || !model.find(scope + "read_qps");
}

/// A total in which only some of the objects have a part: given for the whole, it is a part of the others too.
bool is_of_some_objects(const Estimate& estimate, const std::string& name) {
    const Model& model = estimate.model;
    const auto has_part = [&](const std::string& object) { return model.find(object + "." + name).has_value(); };
    return std::any_of(model.objects.begin(), model.objects.end(), has_part) &&
           !std::all_of(model.objects.begin(), model.objects.end(), has_part);
}

/// Busy hours or the peak of all requests beside a given peak of one direction: that peak then stands for an average
/// too, or for the factor of the other direction, and the value is one more statement rather than the same one.
bool is_beside_a_peak(const Estimate& estimate, const ModelQuantity& quantity) {
    const std::string_view row = quantity.definition->name;
    if (row != "peak_qps" && row != "busy_qps" && row != "busy_hours") return false;
    const std::string object =
        quantity.object < 0 ? "" : estimate.model.objects[static_cast<std::size_t>(quantity.object)];
    return is_given(estimate, find_in(estimate.model, object, "peak_write_qps")) ||
           is_given(estimate, find_in(estimate.model, object, "peak_read_qps"));
}

/// All requests of the busy hours or of the peak, where an object has busy hours or a peak of its own: from the whole
/// one policy is drawn for the others.
bool is_beside_a_policy(const Estimate& estimate, const ModelQuantity& quantity) {
    const std::string_view row = quantity.definition->name;
    if (quantity.object >= 0 || (row != "peak_qps" && row != "busy_qps")) return false;
    return std::any_of(estimate.model.objects.begin(), estimate.model.objects.end(), [&](const std::string& object) {
        return is_given(estimate, find_in(estimate.model, object, "busy_hours")) ||
               is_given(estimate, find_in(estimate.model, object, "peak_factor"));
    });
}

TEST_CASE("to give a quantity the value that it has anyway changes nothing") {
    std::size_t tried = 0;
    const unsigned count = workloads();
    for_each_of(count, [&](const std::string& yaml, const Estimate& before, unsigned seed) {
        if (gives_total(before)) return;
        std::vector<const ModelQuantity*> choice;
        for (const auto& each : before.model.quantities) {
            const bool fixed = each.definition == nullptr || each.definition->internal || each.definition->constant;
            if (!fixed && each.origin != Origin::given) choice.push_back(&each);
        }
        if (choice.empty()) return;
        const ModelQuantity& quantity = *choice[seed * 7919 % choice.size()];
        const std::string name(quantity.name);
        if (quantity.object < 0 && is_unsplit(before)) return;
        if (name.ends_with("retention")) return;  // where it is given, objects without a size are counted too
        if (is_of_one_direction(before, name)) return;
        if (is_beside_a_peak(before, quantity) || is_beside_a_policy(before, quantity)) return;
        if (name.ends_with("data") && !before.model.find("stored_size")) return;  // it tells the size of an object
        if (quantity.object < 0 && is_of_some_objects(before, name)) return;
        const double now = value(before, name);
        if (!std::isfinite(now) || now <= 0) return;
        CAPTURE(name);
        const std::string text = name + "=" + exact_text(now, quantity.display.dimension);
        std::optional<Estimate> after;
        try {
            after = estimate_of(yaml, options({text}));
        } catch (const InputError& problem) {
            const std::string why = one_line(problem.errors().front());
            if (why.find("no effect") != std::string::npos) return;
            if (why.find("too much") != std::string::npos) return;  // values that contradict each other made it
            throw;
        }
        ++tried;
        for (const auto& each : before.model.quantities) {
            CAPTURE(each.name);
            CHECK(value(*after, each.name) == near(value(before, each.name), kForgiven));
        }
        CHECK(after->model.quantities.size() >= before.model.quantities.size());
    });
    CHECK(tried > count / 4);
}

}  // namespace bote::test::identities_test
