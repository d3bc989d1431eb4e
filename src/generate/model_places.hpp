#pragma once
// The fields of a row that say where on the page its quantity stands.
//
//   read_column(row, text("column traffic daily: Writes a day"), {});
//   row.columns.back().title       // "Writes a day"

#include "model_text.hpp"

namespace bote {

/// `line storage last beside x unlike y`.
void read_line(ModelRow& row, const Text& field, Shorthands shorthands);

/// `column traffic daily last: Writes a day`.
void read_column(ModelRow& row, const Text& field, Shorthands shorthands);

/// `cell bandwidth bits last: In / Peak, bits`.
void read_cell(ModelRow& row, const Text& field, Shorthands shorthands);

/// `overview compare, sweep`.
void read_overview(ModelRow& row, const Text& field, Shorthands shorthands);

}  // namespace bote
