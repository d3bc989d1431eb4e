#pragma once
// The functions for the kinds of a variant, side by side. A kind that none of them takes does not compile.
//
//   std::visit(Overloaded{[](const Heading&) { ... }, [](const Note&) { ... }}, block);

namespace bote {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace bote
