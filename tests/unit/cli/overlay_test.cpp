// What the command line lays over a workload.

#include "cli/inputs.hpp"

#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::overlay_test {
namespace {

const std::string kShop =
    "writes: 10/s\n"
    "headroom: 20%\n"
    "scenarios:\n"
    "  sale: {writes: 20/s}\n"
    "  zone-down: {writes: 30/s}\n";

double asked_value(const std::string& line, const std::string& name) {
    const Asked asked("shop.yaml " + line);
    const Workload workload = workload_of(kShop);
    return value(compute_estimate(workload, overlay_for(workload, asked.setting)), name);
}

Refusal refusal_of(const std::string& line) {
    return refusal([&] { asked_value(line, "qps"); });
}

}  // namespace

TEST_CASE("--set wins over a scenario, that over the file, that over settings and profile") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("own.yaml", "headroom: 40%\nspares: 7\nwrites: 5/s\n");
    write_text("later.yaml", "spares: 8\n");
    CHECK(asked_value("", "writes") == near(10));
    CHECK(asked_value("--scenario sale", "writes") == near(20));
    CHECK(asked_value("--scenario sale --set writes=40/s", "writes") == near(40));
    CHECK(asked_value("--with own.yaml", "writes") == near(10));
    CHECK(asked_value("--with own.yaml", "headroom") == near(0.2));
    CHECK(asked_value("--with own.yaml", "spares") == near(7));
    CHECK(asked_value("--with own.yaml --with later.yaml", "spares") == near(8));
    CHECK(asked_value("--with later.yaml --with own.yaml", "spares") == near(7));
    CHECK(asked_value("--day 100000s", "writes") == near(10));
    // 10 a second over a day of 100,000 seconds.
    CHECK(asked_value("--day 100000s --define 'daily=writes * 1 day'", "daily") == near(1e6));
    CHECK(asked_value("--define 'twice=writes * 2'", "twice") == near(20));
}

TEST_CASE("a scenario of the file stands before a failure of the same name") {
    CHECK(asked_value("--scenario zone-down", "writes") == near(30));
    CHECK(asked_value("--scenario 10x", "writes") == near(100));
    const Asked asked("shop.yaml --scenario zone-down");
    CHECK(overlay_for(workload_of(kShop), asked.setting).failure == nullptr);
}

TEST_CASE("a profile or scenario that is not there is refused with what is near, or with what there is") {
    CHECK(refusal_of("--profile typcal").what == "there is no profile 'typcal'");
    CHECK(refusal_of("--profile typcal").hint == "did you mean 'typical'?");
    CHECK(refusal_of("--scenario sael").what == "there is no scenario 'sael'");
    CHECK(refusal_of("--scenario sael").hint == "did you mean 'sale'?");
    CHECK(refusal_of("--scenario server-dwn").hint == "did you mean 'server-down'?");
    const Asked asked("shop.yaml --scenario quiet");
    const Workload sale = workload_of("writes: 10/s\nscenarios: {sale: {writes: 20/s}}\n");
    CHECK(refusal([&] { compute_estimate(sale, overlay_for(sale, asked.setting)); }).hint ==
          "they are: sale, zone-down, server-down, cold-cache, 10x, region-loss");
    const Workload own = workload_of("writes: 10/s\nscenarios: {zone-down: {writes: 20/s}}\n");
    CHECK(refusal([&] { compute_estimate(own, overlay_for(own, asked.setting)); }).hint ==
          "they are: zone-down, server-down, cold-cache, 10x, region-loss");
}

TEST_CASE("all options that are wrong are told at once") {
    const Asked asked("shop.yaml --set writes --set =1 --define 'a b' --set spares=1");
    const Overlay overlay = overlay_for(workload_of(kShop), asked.setting);
    CHECK(overlay.errors.size() == 3);
    CHECK_THROWS_AS(compute_estimate(workload_of(kShop), overlay), InputError);
}

TEST_CASE("a failure asks for machines once all else is laid over the workload") {
    const Workload workload = workload_of(kShop);
    const Asked asked("shop.yaml --scenario server-down");
    std::size_t calls = 0;
    const Overlay overlay = overlay_for(workload, asked.setting, [&](Overlay& each) {
        ++calls;
        CHECK(each.failure == nullptr);
        each.options.push_back(read_option("writes=400k/s"));
    });
    CHECK(calls == 1);
    CHECK(overlay.failure != nullptr);
    // 400k writes a second, 1.2M at the peak, on servers of 32k filled to 70%: 53.6, so 54 and 2 spares were bought
    // before one of them fails.
    CHECK(value(compute_estimate(workload, overlay), "app.machines") == near(56));
    const Asked plain("shop.yaml");
    CHECK(overlay_for(workload, plain.setting).failure == nullptr);
}

}  // namespace bote::test::overlay_test
