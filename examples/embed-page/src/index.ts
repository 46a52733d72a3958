export { schoolSite, type SchoolSiteOptions } from "./school-site.ts";
