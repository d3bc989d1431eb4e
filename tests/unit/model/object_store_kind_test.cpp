// The kind `object_store` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::object_store_kind_test {
TEST_CASE("a storage node has many disks") {
    hold({
        {box("kind: object_store, disk_needed: 1 PB"), {{"box.by_disk", 10}, {"box.copies", 1}, {"box.machines", 12}}},
        {box("kind: object_store, disk_needed: 1 PB, copies: 2"), {{"box.by_disk", 20}, {"box.machines", 20}}},
        {box("kind: object_store, iops_needed: 7k/s"), {{"box.by_iops", 2}}},
        {box("kind: object_store, throughput_needed: 7 GB/s"), {{"box.by_throughput", 5}}},
        // 25 Gbps * 70% are 2.1875 GB/s.
        {box("kind: object_store, peak_egress: 8.75 GB/s"), {{"box.by_network", 4}}},
    });
}

}  // namespace bote::test::object_store_kind_test
