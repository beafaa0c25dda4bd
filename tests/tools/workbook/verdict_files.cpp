// tests/tools/workbook/verdict_files.cpp: whether a file is a verdict as its schema wants it, or well-formed XML.
//   verdict_files SCHEMA FILE.json|FILE.xml...
#include "../judge/schema.hpp"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <nlohmann/json.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

void check_json(const fs::path& schema, const fs::path& file) {
  using nlohmann::json;
  const auto violations = schema::violations(json::parse(std::ifstream(schema)), json::parse(std::ifstream(file)));
  if (!violations.empty()) throw std::runtime_error(violations.front());
}

void check_xml(const fs::path& file) {
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(file.string(), tree);
  if (tree.count("testsuites") != 1) throw std::runtime_error("no <testsuites>");
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 2; i < argc; ++i) {
    const fs::path file = argv[i];
    try {
      if (file.extension() == ".xml") {
        check_xml(file);
      } else {
        check_json(argv[1], file);
      }
    } catch (const std::exception& error) {
      std::cerr << file.string() << ": " << error.what() << '\n';
      return 1;
    }
  }
}
