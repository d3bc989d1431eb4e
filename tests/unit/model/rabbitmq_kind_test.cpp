// The kind `rabbitmq` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::rabbitmq_kind_test {
TEST_CASE("messages wait in memory, in three copies, for as long as their consumers are down") {
    // 30k/s at the peak for 10 minutes; a broker plans for 35k/s and for 89.6 GB.
    hold({
        {box("kind: rabbitmq, load: 10k/s, message: 10 KB, lag: 10 min"),
         {{"box.by_requests", 30 / 35.0},
          {"box.backlog", 18e6},
          {"box.memory_needed", 180e9},
          {"box.by_memory", 540 / 89.6},
          {"box.spares", 0},
          {"box.machines", 7}}},
        {box("kind: rabbitmq, load: 1/s"), {{"box.machines", 3}}},
        {box("kind: rabbitmq, load: 1/s, copies: 5"), {{"box.machines", 5}}},
        {box("kind: rabbitmq, load: 1/s, spares: 1"), {{"box.machines", 4}}},
    });
}

TEST_CASE("a queue is there while most of its copies are up") {
    hold({{"server.availability: 99%\n" + box("kind: rabbitmq, peak_load: 1k/s"),
           {{"box.machines", 3}, {"box.availability", 3 * 0.99 * 0.99 * 0.01 + 0.99 * 0.99 * 0.99}}},
          // Three copies to the nearest, of which two are most.
          {"server.availability: 99%\n" + box("kind: rabbitmq, peak_load: 1k/s, copies: 3.4"),
           {{"box.availability", 3 * 0.99 * 0.99 * 0.01 + 0.99 * 0.99 * 0.99}}}});
}

}  // namespace bote::test::rabbitmq_kind_test
