#include "bote/bote.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "bote/views/common.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

QuantityIndex index_of(const Estimate& estimate, std::string_view quantity) {
    return find_asked(estimate.model, std::string(quantity));
}

}  // namespace

Estimate estimate_text(std::string yaml, const Settings& settings, std::string name) {
    const auto source = make_source(std::move(name), std::move(yaml));
    check_text(source);
    Overlay overlay;
    for (const auto& setting : settings) overlay.options.push_back(read_option(setting));
    return compute_estimate(load_workload(source), overlay);
}

Estimate estimate_file(const std::filesystem::path& path, const Settings& settings) {
    // Not a stream: that throws errors of its own for a folder.
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    std::string text;
    std::array<char, 65'536> buffer{};
    if (file != nullptr) {
        // One byte more than the limit is enough for the loader to refuse it.
        while (text.size() <= kLargestFile) {
            const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get());
            if (got == 0) break;
            text.append(buffer.data(), got);
        }
    }
    if (file == nullptr || std::ferror(file.get()) != 0)
        throw InputError(Error{{}, fmt::format("{}: cannot be read", show_in_line(path.string())), ""});
    return estimate_text(std::move(text), settings, path.string());
}

double value_of(const Estimate& estimate, std::string_view quantity) {
    return estimate.values.quantities[index_of(estimate, quantity)];
}

std::string text_of(const Estimate& estimate, std::string_view quantity) {
    return value_text(estimate, index_of(estimate, quantity));
}

std::string working_of(const Estimate& estimate, std::string_view quantity) {
    constexpr int kDigits = 3;
    const QuantityIndex index = index_of(estimate, quantity);
    const bool computed = !estimate.model[index].names.empty();
    return computed ? working_of(estimate, index, kDigits) : "";
}

std::vector<CheckedLine> expectations_of(const Estimate& estimate) { return check_estimate(estimate).lines; }

std::string page_of(const Estimate& estimate, std::string_view format) {
    const Format* found = find_format(format);
    if (found == nullptr || !found->only.empty())
        throw InputError(Error{{}, fmt::format("there is no format '{}'", show_in_line(format)), ""});
    return found->render(describe_estimate(estimate, found->audience), Canvas{});
}

}  // namespace bote
