import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks PDF files against the rules of PDF/UA-1: a line for each file, and below it a line for each rule that is broken. */
class Verify {
    static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        boolean allGood = true;
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR);
                    PDFAValidator validator = ValidatorFactory.createValidator(profile, 100, false, false, false)) {
                ValidationResult result = validator.validate(parser);
                allGood &= result.isCompliant();
                System.out.println((result.isCompliant() ? "good " : "bad  ") + file);
                for (String broken : broken(result)) {
                    System.out.println("     " + broken);
                }
            }
        }
        System.exit(allGood ? 0 : 1);
    }

    static Set<String> broken(ValidationResult result) {
        Set<String> lines = new TreeSet<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                lines.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " " + each.getMessage());
            }
        }
        return lines;
    }

    /** The rules as they come with veraPDF, read with the XML parser of Java itself: what veraPDF reads them with is not in the package. */
    static ValidationProfile profile() throws Exception {
        try (InputStream stream = Verify.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFUA-1.xml")) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element each : below(root, "rule")) {
                rules.add(rule(each));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element each : below(root, "variable")) {
                variables.add(
                    Profiles.variableFromValues(
                        each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
            }
            return Profiles.profileFromValues(
                FLAVOUR, Profiles.profileDetailsFromValues("PDF/UA-1", "PDF/UA-1", "veraPDF", new Date(0)), "", rules, variables);
        }
    }

    static Rule rule(Element element) {
        Element id = below(element, "id").get(0);
        RuleId ruleId =
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        List<ErrorArgument> arguments = new ArrayList<>();
        return Profiles.ruleFromValues(
            ruleId,
            element.getAttribute("object"),
            element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null,
            element.getAttribute("tags"),
            text(element, "description"),
            text(element, "test"),
            Profiles.errorFromValues(text(element, "message"), arguments),
            new ArrayList<>());
    }

    static List<Element> below(Element element, String name) {
        NodeList nodes = element.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    static String text(Element element, String name) {
        List<Element> found = below(element, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
