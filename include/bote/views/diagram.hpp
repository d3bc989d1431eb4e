#pragma once
// `bote diagram`: the boxes of a workload and what flows between them in the busiest second.
//
//   Diagram diagram = compute_diagram(estimate);
//   std::string text = draw_mermaid(diagram, estimate.model.conventions);

#include <string>
#include <vector>

#include "bote/render/render.hpp"
#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct DiagramBox {
    std::string name;   // "app"; of the file's tiers the name it gives
    std::string title;  // "Application"
    Cell machines;      // empty where nothing is known of them
    std::string bound;  // the resource that decides how many: "requests"
};

/// Requests go from one box to the other, bytes go in with them and out with their answers.
struct DiagramArrow {
    std::size_t from = 0;  // indices of boxes
    std::size_t to = 0;
    Cell requests;
    Cell bytes_in;
    Cell bytes_out;
};

/// The first box is that of the clients. Arrows never form a circle.
struct Diagram {
    std::vector<DiagramBox> boxes;
    std::vector<DiagramArrow> arrows;
};

Diagram compute_diagram(const Estimate& estimate);

/// A tree for a terminal, two lines a box.
std::string draw_tree(const Diagram& diagram, const Conventions& conventions, Charset charset);
/// A flowchart of Mermaid, without a fence.
std::string draw_mermaid(const Diagram& diagram, const Conventions& conventions);
/// A graph for Graphviz.
std::string draw_dot(const Diagram& diagram, const Conventions& conventions);
/// The rows and the tree for programs; blocks are left to the drawings.
Report describe_diagram(const Estimate& estimate, const Diagram& diagram);

}  // namespace bote
