#include "bote/engine/sample.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <vector>

#include "bote/formula/elementary.hpp"
#include "bote/model/embedded.hpp"
#include "engine/any_workload.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::sample_test {
namespace {

struct Sampled {
    Model model;
    Program program;
    SampleOptions options;

    explicit Sampled(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {
        for (std::uint32_t slot = 0; slot < program.quantities; ++slot) options.slots.push_back(slot);
        for (std::uint32_t i = 0; i < model.expectations.size(); ++i) {
            const Terms& each = model.expectations[i].terms;
            options.comparisons.push_back({i, each.comparison, each.tolerance});
        }
    }

    [[nodiscard]] Samples run() const { return run_samples(program, options); }

    [[nodiscard]] const Spread& of(const Samples& samples, const std::string& name) const {
        return samples.quantities[slot_of(*model.find(name))];
    }
};

const std::string kRanged =
    "dau: 50M to 200M\nwrites_per_user: 1 to 9 per day\nread_write_ratio: 20 to 200\nobject_size: 1 to 10 KB\n"
    "retention: 2 to 5 years\nhit_ratio: 70 to 95%\ngrowth: 10 to 40%\nhorizon: 3 years\n"
    "define:\n  odd: normal(1, 2) / uniform(1, 3) - triangular(0, 1, 4)\n"
    "expect:\n  - storage <= 20 PB\n  - app.servers < 3000\n  - qps > 1/s\n";

/// All numbers of an answer as bits, so that "the same" means the same bytes.
std::vector<std::uint64_t> bits_of(const Samples& samples) {
    std::vector<std::uint64_t> bits{samples.count};
    for (const Spread& spread : samples.quantities) {
        for (const double value : {spread.mean, spread.variance, spread.least, spread.most})
            bits.push_back(std::bit_cast<std::uint64_t>(value));
        for (const double value : spread.percentiles) bits.push_back(std::bit_cast<std::uint64_t>(value));
        bits.push_back(spread.not_finite);
    }
    for (const double chance : samples.chances) bits.push_back(std::bit_cast<std::uint64_t>(chance));
    return bits;
}

}  // namespace

TEST_CASE("a constant multiple has the spread of what it is made of") {
    Sampled sampled("define:\n  a: 10 to 90\n  b: a * 4\n  c: b / 8\n  u: a * 4 + 0 * b\n");
    sampled.options.count = 20'000;
    const auto samples = sampled.run();
    const Spread& a = sampled.of(samples, "a");
    const Spread& c = sampled.of(samples, "c");
    const Spread& b = sampled.of(samples, "b");
    const Spread& alone = sampled.of(samples, "u");  // the same numbers, counted for themselves
    CHECK(c.mean == near(a.mean / 2));
    CHECK(c.variance == near(a.variance / 4));
    CHECK(b.least == alone.least);
    CHECK(b.most == alone.most);
    CHECK(b.mean == near(alone.mean));
    CHECK(b.variance == near(alone.variance, 1e-9));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(c.percentiles[i] == near(a.percentiles[i] / 2));
        CHECK(b.percentiles[i] == near(alone.percentiles[i], 1e-3));
    }
}

TEST_CASE("a whole number more than another one has its spread, moved") {
    Sampled sampled("define:\n  a: 10 to 90\n  b: ceil(a)\n  c: b + 2\n  u: (b + 1) + 1\n");
    sampled.options.count = 20'000;
    const auto samples = sampled.run();
    const Spread& b = sampled.of(samples, "b");
    const Spread& alone = sampled.of(samples, "u");  // the same numbers, counted for themselves
    const Spread& c = sampled.of(samples, "c");
    CHECK(c.mean == near(b.mean + 2));
    CHECK(c.mean == near(alone.mean));
    CHECK(c.variance == near(alone.variance, 1e-9));
    CHECK(c.least == alone.least);
    CHECK(c.most == alone.most);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(c.percentiles[i] == b.percentiles[i] + 2);
        CHECK(c.percentiles[i] == alone.percentiles[i]);
    }
}

TEST_CASE("a product of lognormals is a lognormal") {
    Sampled sampled("define:\n  a: 2 to 8\n  b: 10 to 1000\n  c: 1 to 3\n  p: a * b / c\n");
    sampled.options.count = 1U << 17;
    const Spread spread = sampled.of(sampled.run(), "p");
    const double reach = 2 * normal_quantile(0.95);
    const double logs[] = {std::log(8.0 / 2) / reach, std::log(1000.0 / 10) / reach, std::log(3.0) / reach};
    const double sigma = std::sqrt(logs[0] * logs[0] + logs[1] * logs[1] + logs[2] * logs[2]);
    const double middle = 4 * 100 / std::sqrt(3.0);
    CHECK(spread.percentiles[0] == near(middle * std::exp(-sigma * reach / 2), 0.005));
    CHECK(spread.percentiles[1] == near(middle, 0.005));
    CHECK(spread.percentiles[2] == near(middle * std::exp(sigma * reach / 2), 0.005));
    CHECK(spread.mean == near(middle * std::exp(sigma * sigma / 2), 0.01));
    CHECK(spread.not_finite == 0);
}

TEST_CASE("a sum of normals is normal, and chances are those of its distribution") {
    Sampled sampled(
        "define:\n  a: normal(10, 3)\n  b: normal(-2, 4)\n  both: a + b\n"
        "expect:\n  - both > 8\n  - both < 13\n  - both >= 1000\n  - 3 < 4\n");
    sampled.options.count = 1U << 16;
    const Samples samples = sampled.run();
    const Spread& spread = sampled.of(samples, "both");
    CHECK(spread.mean == near(8, 1e-3));
    CHECK(spread.variance == near(25, 5e-3));
    CHECK(spread.percentiles[0] == near(8 - 5 * 1.6448536, 0.02));
    CHECK(spread.percentiles[2] == near(8 + 5 * 1.6448536, 0.005));
    CHECK(samples.chances[0] == near(0.5, 0.005));
    CHECK(samples.chances[1] == near(0.8413447, 0.005));
    CHECK(samples.chances[2] == 0);
    CHECK(samples.chances[3] == 1);
}

TEST_CASE("a range stays one draw wherever it is used") {
    Sampled sampled("define:\n  a: 1 to 9\n  none: a - a\n  one: a / a\n  two: (1 to 9) / (1 to 9)\n");
    sampled.options.count = 4096;
    const Samples samples = sampled.run();
    CHECK(sampled.program.draws.size() == 3);
    CHECK(sampled.of(samples, "none").most == 0);
    CHECK(sampled.of(samples, "one").least == 1);
    CHECK(sampled.of(samples, "two").variance > 0.1);
}

TEST_CASE("a level narrows what lies between the ends of a range") {
    Sampled sampled("define:\n  a: 1 to 9 (50%)\n");
    sampled.options.percentiles = {0.25, 0.75};
    sampled.options.count = 1U << 14;
    const Spread spread = sampled.of(sampled.run(), "a");
    CHECK(spread.percentiles[0] == near(1, 0.002));
    CHECK(spread.percentiles[1] == near(9, 0.002));
}

TEST_CASE("distributions of formulas are scaled by them") {
    Sampled sampled(
        "define:\n  m: 3\n  u: uniform(m, m * 2)\n  n: normal(m, m / 3)\n  t: triangular(m, m * 2, m * 4)\n"
        "  fixed: triangular(3, 6, 12)\n");
    sampled.options.count = 1U << 15;
    const Samples samples = sampled.run();
    const double middles[] = {4.5, 3, sampled.program.initial[slot_of(*sampled.model.find("fixed"))]};
    CHECK(sampled.of(samples, "u").percentiles[0] == near(3.15, 0.003));
    CHECK(sampled.of(samples, "n").percentiles[2] == near(3 + 1.6448536, 0.003));
    for (const std::size_t k : {0U, 1U, 2U}) {
        CHECK(sampled.of(samples, "t").percentiles[k] == near(sampled.of(samples, "fixed").percentiles[k], 0.005));
    }
    const Values point = evaluate_point(sampled.program);
    CHECK(point.quantities[*sampled.model.find("u")] == middles[0]);
    CHECK(point.quantities[*sampled.model.find("n")] == middles[1]);
    CHECK(point.quantities[*sampled.model.find("t")] == near(middles[2]));
}

TEST_CASE("the same seed gives the same bytes for any number of threads, another seed others") {
    Sampled sampled(kRanged);
    sampled.options.count = 40'001;
    sampled.options.threads = 1;
    const auto one = bits_of(sampled.run());
    for (const unsigned threads : {2U, 3U, 7U}) {
        sampled.options.threads = threads;
        CHECK(bits_of(sampled.run()) == one);
    }
    sampled.options.randomness.seed = 2;
    CHECK(bits_of(sampled.run()) != one);
}

TEST_CASE("the order of a file does not matter") {
    Sampled one("dau: 50M to 200M\nwrites_per_user: 1 to 9 per day\nobject_size: 1 to 10 KB\n");
    Sampled other("object_size: 1 to 10 KB\nwrites_per_user: 1 to 9 per day\ndau: 50M to 200M\n");
    one.options.count = other.options.count = 4096;
    CHECK(one.of(one.run(), "storage").percentiles == other.of(other.run(), "storage").percentiles);
}

TEST_CASE("percentiles agree with an exact sort on workloads by chance") {
    int built = 0;
    for (unsigned seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        try {
            Sampled sampled(AnyWorkload(seed).text());
            sampled.options.count = 10'000;
            const Samples rough = sampled.run();
            sampled.options.precision = Precision::exact;
            const Samples exact = sampled.run();
            for (std::size_t i = 0; i < rough.quantities.size(); ++i) {
                for (std::size_t k = 0; k < 3; ++k) {
                    const double size =
                        std::max(std::abs(exact.quantities[i].least), std::abs(exact.quantities[i].most));
                    const double found = rough.quantities[i].percentiles[k];
                    const double wanted = exact.quantities[i].percentiles[k];
                    const ModelQuantity& quantity = sampled.model[index_at<QuantityIndex>(i)];
                    CAPTURE(quantity.name, quantity.formula->text, found, wanted);
                    // The model itself tells nothing below 1e-300 from zero.
                    constexpr double kNothing = 1e-299;
                    const double room = std::max(1e-6 * size, kNothing);
                    const bool close = found == near(wanted, 0.008) || std::abs(found - wanted) < room;
                    CHECK(close);
                }
            }
            ++built;
        } catch (const InputError&) {
            continue;  // an input that happens to be unused
        }
    }
    CHECK(built > 10);
}

TEST_CASE("without ranges every percentile is the point estimate") {
    Sampled sampled("dau: 10M\nwrites_per_user: 2/day\nobject_size: 1 KB\nexpect: [qps > 1/s, qps < 1/s]\n");
    const Samples samples = sampled.run();
    const Values point = evaluate_point(sampled.program);
    CHECK(samples.count == 1);
    CHECK(samples.settled);
    for (const QuantityIndex index : sampled.model.quantities.indices()) {
        CAPTURE(sampled.model[index].name);
        const Spread& spread = samples.quantities[slot_of(index)];
        CHECK(spread.mean == near(point.quantities[index], 0));
        for (const double value : spread.percentiles) CHECK(value == near(point.quantities[index], 0));
    }
    CHECK(samples.chances == std::vector<double>{1, 0});
}

TEST_CASE("samples are drawn until three digits stand still, but not more than allowed") {
    Sampled sampled(kRanged);
    sampled.options.slots = {slot_of(*sampled.model.find("dau"))};
    const Samples easy = sampled.run();
    CHECK(easy.settled);
    CHECK(easy.count <= 1U << 15);
    for (const auto* size : {"0.02 to 0.03", "2e-9 to 3e-9", "2e9 to 3e9"}) {
        CAPTURE(size);
        const Samples any = Sampled("define: {a: " + std::string(size) + "}\n").run();
        CHECK(any.settled);
        CHECK(any.count == Sampled("define: {a: 2 to 3}\n").run().count);
    }
    Sampled hard("define:\n  a: 1 to 1e9\n  b: 1 to 1e9\n  c: a * b\n");
    hard.options.most = 20'000;
    const Samples rough = hard.run();
    CHECK_FALSE(rough.settled);
    CHECK(rough.count <= 20'000);
}

TEST_CASE("rows that are not finite are counted") {
    Sampled sampled("define:\n  a: normal(0, 1)\n  root: sqrt(a)\n  pole: 1 / max(a, 0)\n");
    sampled.options.count = 8192;
    const Samples samples = sampled.run();
    CHECK(static_cast<double>(sampled.of(samples, "root").not_finite) == near(4096, 0.01));
    CHECK(static_cast<double>(sampled.of(samples, "pole").not_finite) == near(4096, 0.01));
    CHECK(sampled.of(samples, "pole").percentiles[2] == INFINITY);
    CHECK(std::isfinite(sampled.of(samples, "root").mean));
}

TEST_CASE("ties that cannot be give no samples") {
    Sampled sampled("define:\n  a: 1 to 2\n  b: 1 to 2\n  c: 1 to 2\n");
    sampled.options.correlations = {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, -0.9}};
    CHECK(sampled.run().count == 0);
}

TEST_CASE("a tie widens a product and narrows a ratio") {
    Sampled sampled("define:\n  a: 1 to 9\n  b: 1 to 9\n  p: a * b\n  q: a / b\n");
    sampled.options.count = 1U << 14;
    const Samples free = sampled.run();
    sampled.options.correlations = {{0, 1, 0.9}};
    const Samples tied = sampled.run();
    CHECK(sampled.of(tied, "p").percentiles[2] > 1.3 * sampled.of(free, "p").percentiles[2]);
    CHECK(sampled.of(tied, "q").percentiles[2] < 0.7 * sampled.of(free, "q").percentiles[2]);
}

TEST_CASE("a machine count is a whole number at every percentile") {
    Sampled sampled(kRanged);
    sampled.options.count = 20'000;
    const Samples samples = sampled.run();
    for (const auto* name : {"app.servers", "database.servers", "app.machines"}) {
        for (const double value : sampled.of(samples, name).percentiles) {
            CAPTURE(name, value);
            CHECK(value == std::round(value));
        }
    }
}

TEST_CASE("every preset with ranges runs without a crash and within its bounds") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        Sampled sampled(std::string(preset.text));
        CHECK(sampled.run().quantities.size() == sampled.options.slots.size());
    }
}

TEST_CASE("the samples are these, in every build") {
    Sampled sampled("define:\n  a: 2 to 8\n  b: uniform(1, 3)\n  p: a * b\n");
    sampled.options.count = 10'000;
    const Spread spread = sampled.of(sampled.run(), "p");
    CHECK(spread.mean == 0x1.17b95c963c081p+3);
    CHECK(spread.variance == 0x1.6703b47b48792p+4);
    CHECK(spread.percentiles == std::vector<double>{0x1.97ae666666666p+1, 0x1.ee28f5c28f5c3p+2, 0x1.1bac5f92c5f91p+4});
}

TEST_CASE("what is counted in whole numbers is drawn so, and its middle is one") {
    const std::string yaml = "writes: 1/s\nobject_size: 1 KB\nspares: 0 to 4\nreplication: 2 to 3\n";
    const auto estimate = estimate_of(yaml);
    CHECK(value(estimate, "spares") == 2);
    CHECK(value(estimate, "replication") == near(std::sqrt(6.0)));  // copies may be parts of one
    SampleOptions options;
    const auto spares = slot_of(*estimate.model.find("spares"));
    const auto machines = slot_of(*estimate.model.find("app.machines"));
    options.slots = {spares, machines};
    const auto samples = run_samples(estimate.program, options);
    CHECK(samples.quantities[0].percentiles == std::vector<double>{0, 2, 4});
    CHECK(samples.quantities[0].least == 0);
    CHECK(samples.quantities[1].percentiles == std::vector<double>{1, 3, 5});
    CHECK(value(estimate_of("writes: 1/s\nobject_size: 1 KB\nzones: 2 to 3\n"), "zones") == 2);
    CHECK(errors_of("writes: 1/s\nspares: 0.5 to 4\n").size() == 1);
}

}  // namespace bote::test::sample_test
