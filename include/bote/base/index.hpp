#pragma once
// Indices that have a type each, so that the number of a definition is never taken for that of a quantity, and the
// containers that take them. Such a type is an `enum class` of int in which -1 is none:
//
//   enum class QuantityIndex : int { none = -1 };
//
//   IndexedVector<QuantityIndex, double> values(3, 0.0);
//   for (const QuantityIndex quantity : values.indices()) values[quantity] = 1;
//   values[DefinitionIndex{0}]               // does not compile
//
// What a stored index points to may be absent: it is `none`. What a function looks for and does not find is nullopt.
// Places in a text or a range are counted by std::size_t:
//
//   offset_in(line, word)                    // how many bytes of the line stand before the word
//   position_of(found, names)                // names.size() where nothing was found

#include <compare>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <vector>

namespace bote {

/// A type of indices.
template <class Type>
concept Index = (std::is_enum_v<Type> && std::is_same_v<std::underlying_type_t<Type>, int>);

template <Index I>
constexpr int number_of(I index) {
    return static_cast<int>(index);
}

/// A number that is not negative, or the place of an enumerator in a table that has a row for each.
template <class Number>
requires std::integral<Number> || std::is_enum_v<Number>
constexpr std::size_t at(Number number) { return static_cast<std::size_t>(number); }

/// The index of a place in a container, of which no program holds 2^31.
template <Index I>
constexpr I index_at(std::size_t place) {
    return static_cast<I>(place);
}

/// Goes over plain numbers and reads each as an index.
template <Index I>
class IndexIterator {
public:
    // NOLINTBEGIN(readability-identifier-naming): the names that the library's algorithms look for
    using iterator_category = std::random_access_iterator_tag;
    using value_type = I;
    using difference_type = std::ptrdiff_t;
    using pointer = const I*;
    using reference = I;
    // NOLINTEND(readability-identifier-naming)

    constexpr IndexIterator() = default;
    constexpr explicit IndexIterator(const int* number) : number_(number) {}

    constexpr I operator*() const { return I{*number_}; }
    constexpr I operator[](difference_type steps) const { return I{number_[steps]}; }
    constexpr IndexIterator& operator++() { return ++number_, *this; }
    constexpr IndexIterator operator++(int) { return IndexIterator(number_++); }
    constexpr IndexIterator& operator--() { return --number_, *this; }
    constexpr IndexIterator operator--(int) { return IndexIterator(number_--); }
    constexpr IndexIterator& operator+=(difference_type steps) { return number_ += steps, *this; }
    constexpr IndexIterator& operator-=(difference_type steps) { return number_ -= steps, *this; }
    friend constexpr IndexIterator operator+(IndexIterator from, difference_type steps) { return from += steps; }
    friend constexpr IndexIterator operator-(IndexIterator from, difference_type steps) { return from -= steps; }
    friend constexpr difference_type operator-(IndexIterator a, IndexIterator b) { return a.number_ - b.number_; }
    friend constexpr auto operator<=>(IndexIterator, IndexIterator) = default;

private:
    const int* number_ = nullptr;
};

/// A view of indices that are stored as plain numbers, as the built-in model stores them.
template <Index I>
class IndexList {
public:
    constexpr IndexList() = default;
    constexpr IndexList(const int* numbers, std::size_t size) : numbers_(numbers), size_(size) {}
    template <class Numbers>
    requires std::convertible_to<decltype(std::data(std::declval<const Numbers&>())), const int*>
    constexpr IndexList(const Numbers& numbers) : numbers_(std::data(numbers)), size_(std::size(numbers)) {}

    [[nodiscard]] constexpr I operator[](std::size_t place) const { return I{numbers_[place]}; }
    [[nodiscard]] constexpr I front() const { return I{numbers_[0]}; }
    [[nodiscard]] constexpr I back() const { return I{numbers_[size_ - 1]}; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr const int* numbers() const { return numbers_; }
    [[nodiscard]] constexpr IndexIterator<I> begin() const { return IndexIterator<I>(numbers_); }
    [[nodiscard]] constexpr IndexIterator<I> end() const { return IndexIterator<I>(numbers_ + size_); }
    [[nodiscard]] constexpr IndexList first(std::size_t count) const { return {numbers_, count}; }
    [[nodiscard]] constexpr IndexList subspan(std::size_t from) const { return {numbers_ + from, size_ - from}; }

private:
    const int* numbers_ = nullptr;
    std::size_t size_ = 0;
};

/// All indices from the first up to one before the end.
template <Index I>
class IndexRange {
public:
    class Iterator {
    public:
        using value_type = I;         // NOLINT(readability-identifier-naming)
        using difference_type = int;  // NOLINT(readability-identifier-naming)
        constexpr Iterator() = default;
        constexpr explicit Iterator(int number) : number_(number) {}
        constexpr I operator*() const { return I{number_}; }
        constexpr Iterator& operator++() { return ++number_, *this; }
        constexpr Iterator operator++(int) { return Iterator(number_++); }
        friend constexpr bool operator==(Iterator, Iterator) = default;

    private:
        int number_ = 0;
    };

    constexpr IndexRange(I first, I end) : first_(number_of(first)), end_(number_of(end)) {}
    [[nodiscard]] constexpr Iterator begin() const { return Iterator(first_); }
    [[nodiscard]] constexpr Iterator end() const { return Iterator(end_); }

private:
    int first_;
    int end_;
};

template <Index I>
constexpr IndexRange<I> first_indices(std::size_t count) {
    return {I{0}, index_at<I>(count)};
}

/// A view of elements that are found by their index.
template <Index I, class Element>
class IndexedSpan {
public:
    constexpr IndexedSpan() = default;
    template <std::size_t count>
    constexpr IndexedSpan(const Element (&elements)[count]) : elements_(elements), size_(count) {}

    [[nodiscard]] constexpr const Element& operator[](I index) const { return elements_[at(index)]; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr const Element* data() const { return elements_; }
    [[nodiscard]] constexpr const Element* begin() const { return elements_; }
    [[nodiscard]] constexpr const Element* end() const { return elements_ + size_; }
    [[nodiscard]] constexpr IndexRange<I> indices() const { return first_indices<I>(size_); }

private:
    const Element* elements_ = nullptr;
    std::size_t size_ = 0;
};

/// A vector whose elements are found by their index.
template <Index I, class Element>
class IndexedVector : private std::vector<Element> {
    using Base = std::vector<Element>;

public:
    using Base::assign, Base::back, Base::begin, Base::clear, Base::data, Base::emplace_back, Base::empty, Base::end;
    using Base::Base;
    using Base::front, Base::push_back, Base::rbegin, Base::rend, Base::reserve, Base::resize, Base::size;
    using typename Base::const_iterator, typename Base::const_reference, typename Base::iterator;
    using typename Base::reference, typename Base::value_type, typename Base::size_type, typename Base::difference_type;

    [[nodiscard]] reference operator[](I index) { return Base::operator[](at(index)); }
    [[nodiscard]] const_reference operator[](I index) const { return Base::operator[](at(index)); }
    [[nodiscard]] IndexRange<I> indices() const { return first_indices<I>(size()); }
    /// The index that the next element gets.
    [[nodiscard]] I next_index() const { return index_at<I>(size()); }
    [[nodiscard]] I index_of(const Element& element) const { return index_at<I>(at(&element - data())); }

    friend bool operator==(const IndexedVector& a, const IndexedVector& b) {
        return static_cast<const Base&>(a) == static_cast<const Base&>(b);
    }
};

/// `part` is a view into the text.
constexpr std::size_t offset_in(std::string_view text, std::string_view part) { return at(part.data() - text.data()); }

template <class Iterator, class Range>
constexpr std::size_t position_of(Iterator found, const Range& range) {
    return at(found - std::begin(range));
}

}  // namespace bote
