#include "bote/embed/new_document.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {

namespace {

// {}: the name of the workload.
constexpr std::string_view kDocument = R"(## Capacity

<!-- `bote embed FILE` refreshes the answers from the workload, `bote embed --check FILE` finds stale ones. -->

After <!-- bote: value # horizon --><!-- /bote -->
requests peak at <!-- bote: value # peak_qps --><!-- /bote -->,
disks hold <!-- bote: value # storage --><!-- /bote --> with all copies,
and bandwidth peaks at <!-- bote: value # peak_bandwidth --><!-- /bote -->.
That takes <!-- bote: value # machines --><!-- /bote --> servers.

### Assumptions

```bote
name: "{}"
dau: 1M                   # at launch
growth: 40%               # a year
horizon: 5 years
writes_per_user: 2/day
read_write_ratio: 10:1
object_size: 1 KB
retention: 5 years
replication: 3
headroom: 30%
expect:
  - storage <= 100 TB
```

<!-- bote: estimate # assumed -->
<!-- /bote -->

### Projection

<!-- bote: timeline # write_qps read_qps peak_qps storage peak_bandwidth --section timeline -->
<!-- /bote -->

### Storage

<!-- bote: estimate # storage -->
<!-- /bote -->

### Servers

<!-- bote: estimate # servers -->
<!-- /bote -->

### Decisions

<!-- bote: estimate # decisions -->
<!-- /bote -->

### What to pin down first

<!-- bote: drivers # storage --section what -->
<!-- /bote -->

### Claims

<!-- bote: check # -->
<!-- /bote -->
)";

}  // namespace

std::string new_document(std::string_view name) {
    std::string quoted;
    for (const char letter : name) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter;
    }
    return fmt::format(kDocument, quoted);
}

}  // namespace bote
