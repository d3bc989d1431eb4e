// The kind `wide_column` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::wide_column_kind_test {
TEST_CASE("a write reaches all copies of a row and a read a quorum of them") {
    // 7000 disk operations a second of one node.
    hold({
        {box("kind: wide_column, peak_load: 40k/s, write_load: 10k/s"),
         {{"box.read_load", 30e3},
          {"box.iops_needed", 90e3},
          {"box.by_iops", 90 / 7.0},
          {"box.spares", 0},
          {"box.machines", 13}}},
        {box("kind: wide_column, peak_load: 40k/s, write_load: 10k/s, copies: 5, read_copies: 3"),
         {{"box.iops_needed", 140e3}, {"box.machines", 20}}},
        {box("kind: wide_column, peak_load: 10k/s, write_load: 11k/s"), {{"box.read_load", 0}}},
        {box("kind: wide_column, write_load: 10/s"), {{"box.iops_needed", 30}, {"box.machines", 3}}},
        {box("kind: wide_column, read_load: 10/s"), {{"box.iops_needed", 20}}},
        {box("kind: wide_column, peak_load: 70k/s, rps: 10k/s"), {{"box.by_requests", 10}}},
    });
}

TEST_CASE("objects that live there add their disk operations to those of the rows") {
    // 7000 reads a second at the peak, of which a tenth misses the cache and asks two copies; 600 writes of two copies.
    hold(
        {{"objects:\n  row: {writes: 200/s, reads: 7000/s, hit_ratio: 90%, peak_factor: 3, replication: 2, "
          "object_size: 1 KB}\n" +
              box("kind: wide_column, stores: row, write_load: 10/s, read_load: 100/s"),
          {{"box.stored_reads", 2100}, {"box.stored_writes", 1200}, {"box.iops_needed", 30 + 200 + 2 * 2100 + 1200}}}});
}

TEST_CASE("rows take their size, or what comes in for as long as it is kept") {
    hold({
        {box("kind: wide_column, rows: 2 billion, row_size: 500 B, headroom: 20%"),
         {{"box.data", 1e12}, {"box.disk_needed", 1.25e12}, {"box.storage", 3.75e12}}},
        {box("kind: wide_column, ingress: 1 MB/s, keeps: 10 days"), {{"box.data", 864e9}}},
    });
}

TEST_CASE("a capacity unit is a write of a kilobyte or a read of four") {
    const std::string load = "kind: wide_column, peak_load: 4k/s, write_load: 1k/s, row_size: ";
    hold({
        {box(load + "1 KB"), {{"box.write_units", 1e3}, {"box.read_units", 3e3}}},
        {box(load + "1001 B"), {{"box.write_units", 2e3}, {"box.read_units", 3e3}}},
        {box(load + "4 KB"), {{"box.write_units", 4e3}, {"box.read_units", 3e3}}},
        {box(load + "4001 B"), {{"box.write_units", 5e3}, {"box.read_units", 6e3}}},
    });
}

TEST_CASE("rows are there while a quorum of their copies is up") {
    const double two_of_three = 3 * 0.99 * 0.99 * 0.01 + 0.99 * 0.99 * 0.99;
    const std::string rows = "server.availability: 99%\n";
    hold({
        {rows + box("kind: wide_column, peak_load: 1k/s, write_load: 100/s"),
         {{"box.machines", 3}, {"box.availability", two_of_three}}},
        {rows + box("kind: wide_column, peak_load: 1k/s, write_load: 100/s, read_copies: 1"),
         {{"box.availability", 1 - 1e-6}}},
        {rows + box("kind: wide_column, peak_load: 1k/s, write_load: 100/s, copies: 1"), {{"box.availability", 0.99}}},
        {rows + "objects:\n  row: {writes: 1/s, object_size: 1 KB, retention: 1 day}\n" +
             box("kind: wide_column, stores: row"),
         {{"box.machines", 3}, {"row.data_availability", two_of_three}}},
    });
}

TEST_CASE("objects that live there leave as much of its disks free as it says, or as they say themselves") {
    // 100 KB/s for 100 days are 864 GB.
    const auto rows = [](const std::string& own) {
        return "objects:\n  row: {writes: 100/s, object_size: 1 KB, retention: 100 days" + own + "}\n" +
               box("kind: wide_column, stores: row, headroom: 50%");
    };
    hold({{rows(""), {{"row.headroom", 0.5}, {"row.filled", 1.728e12}}},
          {rows(", headroom: 20%"), {{"row.headroom", 0.2}, {"row.filled", 1.08e12}}}});
}

}  // namespace bote::test::wide_column_kind_test
