#include "bote/engine/program.hpp"

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "bote/model/embedded.hpp"
#include "engine/any_workload.hpp"
#include "engine/naive.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::program_test {
namespace {

constexpr double kAgreed = 1e-8;  // the sums of Zipf's law are approximated on both sides
constexpr unsigned kWorkloads = 200;

void agree(const Model& model) {
    for (const auto& conventions : {model.conventions, model.whiteboard}) {
        const Values values = evaluate_point(compile(model, conventions));
        REQUIRE(values.quantities.size() == model.quantities.size());
        Naive naive(model, conventions, values.quantities);
        for (const QuantityIndex i : model.quantities.indices()) {
            CAPTURE(model[i].name, model[i].formula->text);
            CHECK(values.quantities[i] == near(naive.recomputed(i).value_or(NAN), kAgreed));
        }
        for (std::size_t i = 0; i < model.expectations.size(); ++i) {
            const auto& each = model.expectations[i];
            CAPTURE(each.text);
            CHECK(values.left[i] == near(naive.formula(each.left, each.left_names).value_or(NAN), kAgreed));
            CHECK(values.right[i] == near(naive.formula(each.right, each.right_names).value_or(NAN), kAgreed));
        }
        for (std::size_t i = 0; i < model.rules.size(); ++i) {
            const auto& each = model.rules[i];
            const std::size_t at = model.expectations.size() + i;
            CAPTURE(each.rule->name);
            CHECK(values.left[at] == near(naive.formula(each.rule->left, each.left).value_or(NAN), kAgreed));
            CHECK(values.right[at] == near(naive.formula(each.rule->right, each.right).value_or(NAN), kAgreed));
        }
    }
}

/// From the inputs up.
void agree_throughout(const Model& model) {
    const Values values = evaluate_point(compile(model, model.conventions));
    Naive naive(model, model.conventions);
    for (const QuantityIndex i : model.quantities.indices()) {
        CAPTURE(model[i].name, model[i].formula->text);
        CHECK(values.quantities[i] == near(naive.quantity(i).value_or(NAN), kAgreed));
    }
}

/// The models of a workload: as it is written, then with each of its scenarios.
std::vector<Model> models_of(const std::string& yaml) {
    const auto workload = workload_of(yaml);
    std::vector<Model> models;
    models.push_back(build_model(workload, {}));
    for (const auto& scenario : workload.scenarios) {
        Overlay overlay;
        overlay.options = scenario.settings;
        models.push_back(build_model(workload, overlay));
    }
    return models;
}

/// The slots that no instruction writes, which is where inputs are.
std::vector<std::uint32_t> inputs_of(const Program& program) {
    std::vector<bool> written(program.initial.size(), false);
    for (const auto& step : program.instructions) written[step.target] = true;
    std::vector<std::uint32_t> inputs;
    for (std::uint32_t i = 0; i < program.quantities; ++i) {
        if (!written[i]) inputs.push_back(i);
    }
    return inputs;
}

}  // namespace

TEST_CASE("the compiled program agrees with a naive evaluator on every preset") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        agree(model_of(std::string(preset.text)));
        agree_throughout(model_of(std::string(preset.text)));
    }
}

TEST_CASE("the compiled program agrees with a naive evaluator on every published estimate") {
    for (const auto& path : files_below(source_folder() / "tests/corpus", ".yaml")) {
        CAPTURE(path.filename().string());
        agree(model_of(read_text(path)));
        agree_throughout(model_of(read_text(path)));
    }
    for (const auto& model : models_of(read_text(source_folder() / "tests/golden/feed.yaml"))) agree(model);
}

TEST_CASE("the compiled program agrees with a naive evaluator on workloads by chance") {
    unsigned built = 0;
    for (unsigned seed = 0; seed < kWorkloads; ++seed) {
        const std::string yaml = AnyWorkload(seed).text();
        CAPTURE(seed, yaml);
        try {
            for (const auto& model : models_of(yaml)) agree(model);
            ++built;
        } catch (const InputError&) {
            continue;  // an input that happens to be unused
        }
    }
    CHECK(built > kWorkloads / 3);
}

TEST_CASE("many rows at once give what each gives alone") {
    for (const std::size_t rows : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{64}, std::size_t{129}}) {
        const Model model = model_of(std::string(embedded_presets().front().text));
        const Program program = compile(model, model.conventions);
        const auto inputs = inputs_of(program);
        REQUIRE_FALSE(inputs.empty());
        std::mt19937 random(static_cast<unsigned>(rows));
        std::uniform_real_distribution<double> factor(0.5, 2);
        Columns block = make_columns(program, rows);
        std::vector<Columns> alone(rows, make_columns(program, 1));
        for (std::size_t r = 0; r < rows; ++r) {
            for (const auto slot : inputs) {
                const double changed = program.initial[slot] * factor(random);
                block.cells[slot * block.pitch + r] = changed;
                alone[r].cells[slot * alone[r].pitch] = changed;
            }
        }
        evaluate(program, block);
        for (std::size_t r = 0; r < rows; ++r) {
            evaluate(program, alone[r]);
            for (std::uint32_t q = 0; q < program.quantities; ++q) {
                CAPTURE(rows, r, model[index_at<QuantityIndex>(q)].name);
                CHECK(block.cells[q * block.pitch + r] == near(alone[r].cells[q * alone[r].pitch], 0));
            }
        }
    }
}

TEST_CASE("an absent argument is left out by sum and max, and missing to all else") {
    const auto estimate = estimate_of(
        "writes: 1/s\ndefine:\n  p: sum(writes * 1 s, reads * 1 s, 5)\n  q: max(2, dau)\n"
        "  r: sum(min(dau, 3), 4)\n  t: sum(dau ^ 0, 1)\n");
    CHECK(value(estimate, "p") == 6);
    CHECK(value(estimate, "q") == 2);
    CHECK(value(estimate, "r") == 4);
    CHECK(value(estimate, "t") == 1);
}

TEST_CASE("a range counts with its median, also in the middle of a formula") {
    const auto estimate = estimate_of("dau: 1M to 4M\nwrites_per_user: 10 to 40 per day\ndefine: {n: 2 * (1 to 4)}\n");
    CHECK(value(estimate, "dau") == near(2e6));
    CHECK(value(estimate, "writes") == near(2e6 * 20 / 86'400));
    CHECK(value(estimate, "n") == near(4));
    CHECK(value(estimate_of("define:\n  t: triangular(1, 3, 5)\n  u: uniform(2, 4)\n  n: normal(3, 1)\n"), "t") ==
          near(3));
}

TEST_CASE("twice the users are twice the requests, the bytes and the disks") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const std::string rest = "writes_per_user: " + std::to_string(1 + seed % 7) +
                                 "/day\nread_write_ratio: " + std::to_string(1 + seed % 13) +
                                 ":1\nobject_size: " + std::to_string(1 + seed) + " KB\n" +
                                 (seed % 3 == 0 ? "growth: 20%\nhorizon: 3 years\n" : "");
        const auto once = estimate_of("dau: 1M\n" + rest);
        const auto twice = estimate_of("dau: 2M\n" + rest);
        for (const auto* name : {"qps", "peak_qps", "storage", "data", "bandwidth", "egress", "cache_memory"}) {
            CAPTURE(name, rest);
            CHECK(value(twice, name) == near(2 * value(once, name)));
        }
    }
}

TEST_CASE("more load never needs fewer servers, and the count is the smallest that will do") {
    double app = 0;
    double cache = 0;
    double database = 0;
    for (int millions = 1; millions < 2000; millions += 37) {
        const auto estimate = estimate_of("dau: " + std::to_string(millions) +
                                          "M\nwrites_per_user: 1/day\nreads_per_user: 20/day\nobject_size: 3 KB\n");
        CAPTURE(millions);
        CHECK(value(estimate, "app.servers") >= app);
        CHECK(value(estimate, "cache.servers") >= cache);
        CHECK(value(estimate, "database.servers") >= database);
        app = value(estimate, "app.servers");
        cache = value(estimate, "cache.servers");
        database = value(estimate, "database.servers");
        const double needed = value(estimate, "app.by_requests");
        const double network = value(estimate, "app.by_network");
        CHECK(app >= std::max(needed, network) * (1 - 1e-9));
        CHECK(app - 1 < std::max(needed, network));
        CHECK(app >= 1);
    }
}

TEST_CASE("a unit is only a way of writing a value") {
    const std::string rest = "writes: 1M/day\nread_write_ratio: 5:1\nretention: 1 year\n";
    const auto base = estimate_of(rest + "object_size: 1 MB\n");
    for (const auto* size : {"1000 KB", "1000000 B", "8 Mbit", "0.001 GB", "500 KB * 2", "1e6 B", "1_000 kB"}) {
        CAPTURE(size);
        const auto same = estimate_of(rest + "object_size: " + size + "\n");
        for (const auto& each : base.model.quantities) CHECK(value(same, each.name) == near(value(base, each.name)));
    }
    const auto seconds = estimate_of("writes: 1M/86400/s\nread_write_ratio: 5\nretention: 8760 h\nobject_size: 1 MB\n");
    CHECK(value(seconds, "storage") == near(value(base, "storage")));
}

}  // namespace bote::test::program_test
