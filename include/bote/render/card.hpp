#pragma once
// The headline of a report as a picture of 1200 x 630 pixels, the size that chats and forges show of a link.
//
//   card_picture("Twitter", headline, report.conventions).write(...)

#include <string_view>

#include "bote/render/picture.hpp"
#include "bote/report/report.hpp"

namespace bote {

Picture card_picture(std::string_view title, const KeyFigures& headline, const Conventions& conventions);

}  // namespace bote
