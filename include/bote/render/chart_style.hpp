#pragma once
// The styles of charts and pages: no font, script or picture from elsewhere; light and dark; printed in black on white.
// Every rule is under a class of bote's own, so that a fragment leaves the page around it alone.

#include <string_view>

namespace bote {

/// Of an SVG, alone or within a page.
inline constexpr std::string_view kChartStyle = R"css(
.bote-chart{--c-paper:#fff;--c-ink:#1b1f24;--c-muted:#57606a;--c-grid:#e4e7eb;--c-axis:#8c959f;--c-mark:#b0b8c1;
--c-1:#2f6299;--c-2:#b4572a;--c-3:#2b7a5b;--c-4:#7a4f9c;--c-5:#8a6a00;--c-6:#a83a5b;
--k-1:#dbe7f4;--k-2:#f7e2d5;--k-3:#d9efe5;--k-4:#eadff2;--k-5:#f5ebc8;--k-6:#f6dbe3;
--s-1:#eef4fa;--s-2:#dbe7f4;--s-3:#c6daee;--s-4:#afcbe6;--s-5:#98bcde;--s-6:#82add6;
font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;
max-width:100%;height:auto}
@media (prefers-color-scheme:dark){.bote-chart{--c-paper:#14171a;--c-ink:#e6e9ec;--c-muted:#a0a9b3;--c-grid:#2a2f35;
--c-axis:#6b747d;--c-mark:#4b535b;--c-1:#7eb2e6;--c-2:#e59a6c;--c-3:#6cc5a1;--c-4:#c19ae0;--c-5:#d6b24a;--c-6:#e88aa6;
--k-1:#20364d;--k-2:#4d3020;--k-3:#1d4234;--k-4:#3b2a4a;--k-5:#453a15;--k-6:#4b2432;
--s-1:#182430;--s-2:#1c2d3f;--s-3:#20364d;--s-4:#25415e;--s-5:#2a4c6e;--s-6:#2f567f}}
@media print{.bote-chart{--c-paper:#fff;--c-ink:#000;--c-muted:#444;--c-grid:#ddd;--c-axis:#888;--c-mark:#aaa;
--c-1:#2f6299;--c-2:#b4572a;--c-3:#2b7a5b;--c-4:#7a4f9c;--c-5:#8a6a00;--c-6:#a83a5b;
--k-1:#dbe7f4;--k-2:#f7e2d5;--k-3:#d9efe5;--k-4:#eadff2;--k-5:#f5ebc8;--k-6:#f6dbe3;
--s-1:#eef4fa;--s-2:#dbe7f4;--s-3:#c6daee;--s-4:#afcbe6;--s-5:#98bcde;--s-6:#82add6}}
.bote-chart .c-paper{fill:var(--c-paper)}
.bote-chart .c-ink{fill:var(--c-ink)}
.bote-chart .c-muted{fill:var(--c-muted)}
.bote-chart .c-grid{stroke:var(--c-grid)}
.bote-chart .c-axis{stroke:var(--c-axis)}
.bote-chart .c-outline{fill:none;stroke:var(--c-axis)}
.bote-chart .c-head{fill:none;stroke:var(--c-axis);stroke-width:1.5}
.bote-chart .c-mark{stroke:var(--c-mark);stroke-dasharray:3 3}
.bote-chart .c-fill,.bote-chart .c-dot1{fill:var(--c-1)}
.bote-chart .c-fill2,.bote-chart .c-dot2{fill:var(--c-2)}
.bote-chart .c-dot3{fill:var(--c-3)}
.bote-chart .c-dot4{fill:var(--c-4)}
.bote-chart .c-dot5{fill:var(--c-5)}
.bote-chart .c-dot6{fill:var(--c-6)}
.bote-chart .c-range{stroke:var(--c-1);stroke-width:2}
.bote-chart .c-badge{fill:var(--c-muted)}
.bote-chart .c-on-badge{fill:var(--c-paper)}
.bote-chart .c-line{fill:none;stroke-width:2;stroke-linejoin:round}
.bote-chart .c-line1{stroke:var(--c-1)}
.bote-chart .c-line2{stroke:var(--c-2);stroke-dasharray:7 3}
.bote-chart .c-line3{stroke:var(--c-3);stroke-dasharray:2 3}
.bote-chart .c-line4{stroke:var(--c-4);stroke-dasharray:9 3 2 3}
.bote-chart .c-line5{stroke:var(--c-5);stroke-dasharray:12 4}
.bote-chart .c-line6{stroke:var(--c-6);stroke-dasharray:4 2}
.bote-chart .c-name1{fill:var(--c-1)}
.bote-chart .c-name2{fill:var(--c-2)}
.bote-chart .c-name3{fill:var(--c-3)}
.bote-chart .c-name4{fill:var(--c-4)}
.bote-chart .c-name5{fill:var(--c-5)}
.bote-chart .c-name6{fill:var(--c-6)}
.bote-chart .c-kind1{fill:var(--k-1)}
.bote-chart .c-kind2{fill:var(--k-2)}
.bote-chart .c-kind3{fill:var(--k-3)}
.bote-chart .c-kind4{fill:var(--k-4)}
.bote-chart .c-kind5{fill:var(--k-5)}
.bote-chart .c-kind6{fill:var(--k-6)}
.bote-chart .c-shade1{fill:var(--s-1)}
.bote-chart .c-shade2{fill:var(--s-2)}
.bote-chart .c-shade3{fill:var(--s-3)}
.bote-chart .c-shade4{fill:var(--s-4)}
.bote-chart .c-shade5{fill:var(--s-5)}
.bote-chart .c-shade6{fill:var(--s-6)}
)css";

}  // namespace bote
